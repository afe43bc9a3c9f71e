//! A table: a header, then one node or edge a line, fields separated by tabs, lists by `|`.

use std::borrow::Cow;
use std::io;

use super::properties::{EdgeProperty, NodeProperty, Properties, Property, Unread};
use super::{Part, Push, part_of, text_of};
use crate::diagnostic::Code;
use crate::formats::input::Lines;
use crate::formats::intake::{Intake, Place};

const FIELD_MARK: char = '\t';
const LIST_MARK: char = '|';

/// The names of a header's columns.
pub(super) fn columns(header: &str) -> impl Iterator<Item = &str> {
    header.trim_end_matches(['\r', '\n']).split(FIELD_MARK).map(str::trim)
}

/// Takes the rows of a table in.
pub(super) fn read(lines: &mut Lines, intake: &mut Intake) -> io::Result<()> {
    let Some((number, header)) = lines.next()? else {
        intake.refuse(Place::default(), Code::NoRows, "the file is empty", |fault| fault);
        return Ok(());
    };
    let Some(header) = text_of(number, header, intake).map(str::to_owned) else {
        return Ok(());
    };
    let names: Vec<&str> = columns(&header).collect();
    match part_of(&names) {
        Some(Part::Nodes) => read_rows::<NodeProperty>(&names, lines, intake),
        Some(Part::Edges) => read_rows::<EdgeProperty>(&names, lines, intake),
        None => {
            let message = "this is neither a table of nodes nor one of edges";
            intake.refuse(Place::line(number, &header), Code::MissingColumn, message, |fault| {
                fault.help("nodes need `id` and `category`, edges `subject`, `predicate` and `object`")
            });
            Ok(())
        }
    }
}

fn read_rows<P: Property>(names: &[&str], lines: &mut Lines, intake: &mut Intake) -> io::Result<()>
where
    for<'t> Properties<'t, P>: Push,
{
    let columns: Vec<Option<P>> = names.iter().map(|name| P::called(name)).collect();
    let mut unread = Unread::default();
    while let Some((number, line)) = lines.next()? {
        let Some(text) = text_of(number, line, intake) else {
            continue;
        };
        if text.trim().is_empty() {
            continue;
        }
        let fields = text.split(FIELD_MARK).count();
        if fields != columns.len() {
            let message = format!("this row has {fields} fields, the header {}", columns.len());
            intake.fault(Place::line(number, text), Code::RaggedRow, message);
            continue;
        }
        let mut properties = Properties::default();
        for (field, (column, name)) in text.split(FIELD_MARK).zip(columns.iter().zip(names)) {
            let Some(property) = *column else {
                if !field.trim().is_empty() {
                    unread.count::<P>(name);
                }
                continue;
            };
            for value in field.split(LIST_MARK) {
                properties.add(property, Cow::Borrowed(value));
            }
        }
        properties.push(number, text, intake);
    }
    unread.tell(intake);
    Ok(())
}
