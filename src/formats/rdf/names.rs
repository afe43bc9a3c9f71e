//! IRIs to names that people know: CURIEs.

use std::collections::BTreeMap;

use super::vocabulary::OWN;

const OBO: &str = "http://purl.obolibrary.org/obo/";

/// The usual prefixes, for what the file names none.
const USUAL: &[(&str, &str)] = &[
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("schema", "http://schema.org/"),
    ("schema", "https://schema.org/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("oboInOwl", "http://www.geneontology.org/formats/oboInOwl#"),
    ("biolink", "https://w3id.org/biolink/vocab/"),
    ("CHEBI", "http://identifiers.org/chebi/CHEBI:"),
    ("ENSEMBL", "http://identifiers.org/ensembl/"),
    ("HGNC", "http://identifiers.org/hgnc/"),
    ("HGNC", "https://identifiers.org/hgnc:"),
    ("MESH", "http://id.nlm.nih.gov/mesh/"),
    ("NCBIGene", "http://identifiers.org/ncbigene/"),
    ("NCBIGene", "https://identifiers.org/ncbigene:"),
    ("PMID", "http://identifiers.org/pubmed/"),
    ("PMID", "http://www.ncbi.nlm.nih.gov/pubmed/"),
    ("PMID", "https://pubmed.ncbi.nlm.nih.gov/"),
    ("UniProtKB", "http://identifiers.org/uniprot/"),
    ("UniProtKB", "http://purl.uniprot.org/uniprot/"),
    ("WIKIDATA", "http://www.wikidata.org/entity/"),
    ("doi", "https://doi.org/"),
    ("DRUGBANK", "http://identifiers.org/drugbank/"),
    ("REACT", "http://identifiers.org/reactome/"),
];

/// The names of IRIs.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The file's prefixes by the IRIs that they stand for.
    prefixes: BTreeMap<String, String>,
    /// How many prefixes the file has declared.
    pub(super) declared: usize,
}

impl Names {
    /// Takes a prefix of the file; the first for an IRI counts.
    pub(super) fn add(&mut self, prefix: &str, iri: &str) {
        if !iri.is_empty() && !self.prefixes.contains_key(iri) {
            self.prefixes.insert(iri.to_owned(), prefix.to_owned());
        }
    }

    /// The name of an IRI: a CURIE, what endograph itself calls it, or the IRI.
    pub(super) fn of(&self, iri: &str) -> String {
        if let Some((_, name)) = iri.strip_prefix(OWN).and_then(|own| own.split_once(':')) {
            return decoded(name);
        }
        if let Some((space, number)) = iri.strip_prefix(OBO).and_then(|local| local.split_once('_'))
            && !space.contains(['/', '#'])
        {
            return format!("{space}:{number}");
        }
        let own = self.prefixes.iter().map(|(iri, prefix)| (prefix.as_str(), iri.as_str()));
        let fits = own.chain(USUAL.iter().copied()).filter_map(|(prefix, space)| {
            let local = iri.strip_prefix(space)?;
            (!local.is_empty() && !local.contains(['/', '#'])).then_some((space.len(), prefix, local))
        });
        // Of equal length the first counts: the file's own.
        match fits.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
            Some((_, "", local)) => local.to_owned(),
            Some((_, prefix, local)) => format!("{prefix}:{local}"),
            None => iri.to_owned(),
        }
    }
}

/// The last part of an IRI or a CURIE.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(['#', '/', ':']).find(|part| !part.is_empty()).unwrap_or(name)
}

/// A percent-encoded name; as it stands where it is none.
pub(super) fn decoded(encoded: &str) -> String {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next(), rest.next()].map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
        let [Some(high), Some(low)] = digits else {
            return encoded.to_owned();
        };
        bytes.extend(u8::try_from(16 * high + low));
    }
    String::from_utf8(bytes).unwrap_or_else(|_| encoded.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Names, local};

    #[test]
    fn iris_become_curies() {
        let mut names = Names::default();
        names.add("ex", "http://example.org/");
        names.add("", "http://example.org/thyroid#");
        names.add("OBO", "http://purl.obolibrary.org/obo/");
        for (iri, name) in [
            ("http://purl.obolibrary.org/obo/GO_0008150", "GO:0008150"),
            ("http://purl.obolibrary.org/obo/hp#has_part", "http://purl.obolibrary.org/obo/hp#has_part"),
            ("http://identifiers.org/hgnc/11603", "HGNC:11603"),
            ("http://www.w3.org/2000/01/rdf-schema#subClassOf", "rdfs:subClassOf"),
            ("http://example.org/LH", "ex:LH"),
            ("http://example.org/a/b", "http://example.org/a/b"),
            ("http://example.org/thyroid#TSH", "TSH"),
            ("http://example.org/", "http://example.org/"),
            ("urn:endograph:relation:is%20a", "is a"),
            ("urn:endograph:entity:17%CE%B2", "17β"),
            ("urn:endograph:entity:50%", "50%"),
            ("mailto:someone", "mailto:someone"),
        ] {
            assert_eq!(names.of(iri), name, "{iri}");
        }
    }

    #[test]
    fn the_last_part_is_what_follows_the_last_mark() {
        for (name, last) in
            [("ex:LH", "LH"), ("http://example.org/a/b#c", "c"), ("http://example.org/", "example.org"), (":", ":")]
        {
            assert_eq!(local(name), last, "{name}");
        }
    }
}
