//! A number of walks a node, most of them none.

use fixedbitset::FixedBitSet;

use super::amount::Amount;

/// Amounts by node, with the nodes that have any.
#[derive(Debug, Default)]
pub(super) struct Table<A> {
    values: Vec<A>,
    /// Which of the values count. Few enough bits to stay in the nearest cache, where most look-ups end.
    set: FixedBitSet,
    touched: Vec<u32>,
}

impl<A: Amount> Table<A> {
    /// Begins anew, at the cost of what was touched before.
    pub(super) fn start(&mut self, nodes: usize) {
        if self.values.len() == nodes {
            for node in self.touched.drain(..) {
                self.set.set(node as usize, false);
            }
        } else {
            self.values = vec![A::default(); nodes];
            self.set = FixedBitSet::with_capacity(nodes);
            self.touched.clear();
        }
    }

    /// Adds some walks; none to a node beyond the graph.
    #[inline]
    pub(super) fn add(&mut self, node: u32, amount: A) {
        let Some(value) = self.values.get_mut(node as usize) else { return };
        if self.set.put(node as usize) {
            *value = value.plus(amount);
        } else {
            *value = amount;
            self.touched.push(node);
        }
    }

    #[inline]
    pub(super) fn get(&self, node: u32) -> A {
        if self.set.contains(node as usize) {
            self.values.get(node as usize).copied().unwrap_or_default()
        } else {
            A::default()
        }
    }

    /// Whether a node has any.
    #[inline]
    pub(super) fn has(&self, node: u32) -> bool {
        self.set.contains(node as usize)
    }

    /// Leaves a node without any. It is not to be given any again.
    pub(super) fn clear(&mut self, node: u32) {
        if self.has(node) {
            self.values[node as usize] = A::default();
        }
    }

    /// The nodes that have any, in the order in which they came, with their amounts.
    pub(super) fn entries(&self) -> impl Iterator<Item = (u32, A)> + '_ {
        self.touched.iter().map(|&node| (node, self.get(node))).filter(|(_, amount)| !amount.is_none())
    }
}
