//! What the shell begins with: `config.toml` and `init.endo` in the user's configuration folder. Batch runs read neither,
//! so that they do not depend on who runs them.

use std::fs;
use std::io;
use std::path::Path;

use endograph::diagnostic::{Code, Diagnostic, Source, io_reason};

use super::settings::Settings;
use super::{configuration, folders, settings};
use crate::cli::Options;
use crate::cli::console::picture;
use crate::cli::script;

/// The settings of the configuration file under those of the command line. What is wrong with the file is told, and the
/// shell opens with the rest.
pub fn settings(options: Options, given: &[String]) -> Settings {
    let mut settings = Settings::new(options);
    let Some(source) = own_file("config.toml", &settings.options) else { return settings };
    let given: Vec<&str> =
        settings::ALL.iter().filter(|it| given.contains(&it.option())).map(|setting| setting.name).collect();
    for fault in configuration::apply(&source, &given, &mut settings) {
        picture(&fault, Some(&source));
    }
    settings
}

/// The script that `--init` names, all blocks of it where it is Markdown, or the user's own.
///
/// # Errors
/// Where a script that was named cannot be read: that is told.
pub fn scripts(options: &Options) -> Result<Vec<Source>, Box<Diagnostic>> {
    let Some(path) = &options.init else { return Ok(own_file("init.endo", options).into_iter().collect()) };
    Ok(script::from_file(path)?.into_iter().map(|text| text.source).collect())
}

/// A file of the user's configuration folder, where there is one and it is wanted.
fn own_file(name: &str, options: &Options) -> Option<Source> {
    let path = folders::configuration().filter(|_| !options.no_init)?.join(name);
    match read(&path) {
        Ok(source) => Some(source),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            picture(
                &Diagnostic::new(Code::Io, format!("`{}`: cannot be read: {}", path.display(), io_reason(&error))),
                None,
            );
            None
        }
    }
}

fn read(path: &Path) -> io::Result<Source> {
    Ok(Source::new(path.display().to_string(), fs::read_to_string(path)?))
}
