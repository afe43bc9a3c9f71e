//! How much room a picture has, and what found none in it.

use super::{MOST_ARROWS, MOST_NODES};

/// The room of a picture: nodes and arrows are bounded, so that it is read, and laid out in no time.
pub(super) struct Room {
    most_nodes: usize,
    nodes: usize,
    arrows: usize,
    drawn: usize,
    left_out: usize,
    lacked_nodes: bool,
    lacked_arrows: bool,
}

impl Room {
    /// An empty picture of at most so many nodes.
    pub fn new(most_nodes: usize) -> Self {
        Self {
            most_nodes: most_nodes.min(MOST_NODES),
            nodes: 0,
            arrows: 0,
            drawn: 0,
            left_out: 0,
            lacked_nodes: false,
            lacked_arrows: false,
        }
    }

    /// Takes room for a row that brings so many new nodes and arrows; false where there is none, and the row is counted.
    pub fn take(&mut self, nodes: usize, arrows: usize) -> bool {
        let lacks_nodes = self.nodes + nodes > self.most_nodes;
        let lacks_arrows = self.arrows + arrows > MOST_ARROWS;
        if lacks_nodes || lacks_arrows {
            self.left_out += 1;
            self.lacked_nodes |= lacks_nodes;
            self.lacked_arrows |= lacks_arrows;
            return false;
        }
        self.nodes += nodes;
        self.arrows += arrows;
        self.drawn += 1;
        true
    }

    /// What is left out, where anything is.
    pub fn remark(&self) -> Option<String> {
        let nodes = self.lacked_nodes.then(|| format!("{} entities", self.most_nodes));
        let arrows = self.lacked_arrows.then(|| format!("{MOST_ARROWS} arrows"));
        let most: Vec<String> = nodes.into_iter().chain(arrows).collect();
        let (left_out, all) = (self.left_out, self.drawn + self.left_out);
        (left_out > 0)
            .then(|| format!("left out of the picture: {left_out} of {all} rows, to keep it to {}", most.join(" and ")))
    }
}
