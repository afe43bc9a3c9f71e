//! One JSON object a line.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::properties::{Properties, Property, Unread};

/// Reads the properties of one line, and counts what is not read.
///
/// # Errors
/// A line that holds anything but one object.
pub(super) fn read<'t, P: Property>(
    line: &'t str,
    unread: &mut Unread,
) -> Result<Properties<'t, P>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(line);
    let properties = json.deserialize_map(Object { unread, of: PhantomData })?;
    json.end()?;
    Ok(properties)
}

/// A key or a string, borrowed from the line where nothing in it is escaped.
#[derive(Deserialize)]
#[serde(transparent)]
struct Text<'t>(#[serde(borrow)] Cow<'t, str>);

struct Object<'u, P> {
    unread: &'u mut Unread,
    of: PhantomData<P>,
}

impl<'t, P: Property> Visitor<'t> for Object<'_, P> {
    type Value = Properties<'t, P>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object, `{…}`")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut properties = Properties::default();
        while let Some(Text(key)) = map.next_key()? {
            if let Some(property) = P::called(&key) {
                map.next_value_seed(Values { property, properties: &mut properties })?;
            } else if map.next_value::<Option<IgnoredAny>>()?.is_some() {
                self.unread.count::<P>(&key);
            }
        }
        Ok(properties)
    }
}

/// Adds the values of a property: a word, a number, or a list of such.
struct Values<'p, 't, P> {
    property: P,
    properties: &'p mut Properties<'t, P>,
}

impl<'t, P: Property> DeserializeSeed<'t> for Values<'_, 't, P> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'t, P: Property> Values<'_, 't, P> {
    fn take(self, value: impl Into<Cow<'t, str>>) {
        self.properties.add(self.property, value.into());
    }
}

impl<'t, P: Property> Visitor<'t> for Values<'_, 't, P> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a word or a list of words")
    }

    fn visit_borrowed_str<E>(self, value: &'t str) -> Result<(), E> {
        self.take(value);
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.take(value.to_owned());
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.take(value.to_string());
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.take(value.to_string());
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.take(value.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.take(value.to_string());
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { property, properties } = self;
        while list.next_element_seed(Values { property, properties: &mut *properties })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
