//! A number of walks a node, most of them none.

use super::amount::Amount;

/// Amounts by node, with the nodes that have any.
#[derive(Debug, Default)]
pub(super) struct Table<A> {
    values: Vec<A>,
    touched: Vec<u32>,
}

impl<A: Amount> Table<A> {
    /// Begins anew, at the cost of what was touched before.
    pub(super) fn start(&mut self, nodes: usize) {
        if self.values.len() == nodes {
            for node in self.touched.drain(..) {
                if let Some(value) = self.values.get_mut(node as usize) {
                    *value = A::default();
                }
            }
        } else {
            self.values = vec![A::default(); nodes];
            self.touched.clear();
        }
    }

    /// Adds some walks; none to a node beyond the graph.
    #[inline]
    pub(super) fn add(&mut self, node: u32, amount: A) {
        if let Some(value) = self.values.get_mut(node as usize) {
            if value.is_none() {
                self.touched.push(node);
            }
            *value = value.plus(amount);
        }
    }

    #[inline]
    pub(super) fn get(&self, node: u32) -> A {
        self.values.get(node as usize).copied().unwrap_or_default()
    }

    /// Leaves a node without any.
    pub(super) fn clear(&mut self, node: u32) {
        if let Some(value) = self.values.get_mut(node as usize) {
            *value = A::default();
        }
    }

    /// The nodes that have any, in the order in which they came, with their amounts.
    pub(super) fn entries(&self) -> impl Iterator<Item = (u32, A)> + '_ {
        self.touched.iter().map(|&node| (node, self.get(node))).filter(|(_, amount)| !amount.is_none())
    }
}
