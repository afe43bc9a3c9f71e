//! Gaussian elimination of one component's adjoint system: planned once, in an order that keeps it sparse, and then run in
//! every world. The adjoint system is the transposed Jacobian with its sign turned: a node's limitation on the diagonal,
//! minus each gain at (from, to).

use std::ops::{Div, Mul, Range, SubAssign};

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::factor::Dense;
use super::world::World;
use super::{Component, Condensation, InfluenceGraph, InfluenceId, NodeId};

/// The elimination of a component's system, whatever the numbers. Rows and columns are numbered by elimination step.
#[derive(Clone, Debug)]
pub(super) struct Elimination {
    /// By step: the node whose row and column are eliminated.
    nodes: Vec<NodeId>,
    /// The row and column of every entry that can differ from zero; the diagonal comes first.
    places: Vec<(usize, usize)>,
    /// The influences inside the component, and the entry that each is part of.
    gains: Vec<(InfluenceId, usize)>,
    steps: Vec<Step>,
    /// Below each pivot: row and entry.
    lower: Vec<(usize, usize)>,
    /// Right of each pivot: column and entry.
    upper: Vec<(usize, usize)>,
    /// For each entry below a pivot and each right of it: the entry where they meet.
    updates: Vec<usize>,
    /// Step, row and entry of all below pivots, the first step first.
    forward: Vec<(usize, usize, usize)>,
    /// Step, column and entry of all right of pivots, the last step first.
    backward: Vec<(usize, usize, usize)>,
}

/// Where one step's entries lie in the tables.
#[derive(Clone, Debug)]
struct Step {
    lower: Range<usize>,
    upper: Range<usize>,
    updates: usize,
}

impl Elimination {
    /// Plans the elimination of a component, at each step of the node whose elimination joins the fewest others
    /// (Markowitz 1957, on the diagonal). O(size³ / 64).
    pub fn plan(graph: &InfluenceGraph, condensation: &Condensation, component: &Component) -> Self {
        let inner: Vec<(InfluenceId, usize, usize)> = component
            .nodes
            .iter()
            .flat_map(|&node| graph.outgoing(node).iter().map(move |&id| (node, id)))
            .filter(|&(node, id)| condensation.same_component(node, graph.influence(id).to))
            .map(|(node, id)| (id, condensation.local(node), condensation.local(graph.influence(id).to)))
            .collect();
        let size = component.nodes.len();
        let mut pattern = Pattern::new(size, inner.iter().map(|&(_, from, to)| (from, to)));
        let order = pattern.eliminate();
        let mut step_of = vec![0; size];
        for (step, &local) in order.iter().enumerate() {
            step_of[local] = step;
        }
        let mut plan = Self {
            nodes: order.iter().map(|&local| component.nodes[local]).collect(),
            places: (0..size).map(|step| (step, step)).collect(),
            gains: Vec::new(),
            steps: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            updates: Vec::new(),
            forward: Vec::new(),
            backward: Vec::new(),
        };
        plan.lay_out(&pattern, &order, &step_of);
        let entries: FxHashMap<(usize, usize), usize> =
            plan.places.iter().enumerate().map(|(entry, &place)| (place, entry)).collect();
        for step in 0..size {
            for below in plan.steps[step].lower.clone() {
                for right in plan.steps[step].upper.clone() {
                    plan.updates.push(entries[&(plan.lower[below].0, plan.upper[right].0)]);
                }
            }
            if let Some(next) = plan.steps.get_mut(step + 1) {
                next.updates = plan.updates.len();
            }
        }
        plan.gains = inner.into_iter().map(|(id, from, to)| (id, entries[&(step_of[from], step_of[to])])).collect();
        plan
    }

    /// Lists the entries of the filled pattern by step.
    fn lay_out(&mut self, pattern: &Pattern, order: &[usize], step_of: &[usize]) {
        for (step, &local) in order.iter().enumerate() {
            let (lower, upper) = (self.lower.len(), self.upper.len());
            for column in pattern.rows[local].ones().map(|other| step_of[other]).filter(|&column| column > step) {
                self.upper.push((column, self.places.len()));
                self.places.push((step, column));
            }
            for row in pattern.columns[local].ones().map(|other| step_of[other]).filter(|&row| row > step) {
                self.lower.push((row, self.places.len()));
                self.places.push((row, step));
            }
            self.forward.extend(self.lower[lower..].iter().map(|&(row, entry)| (step, row, entry)));
            self.backward.extend(self.upper[upper..].iter().map(|&(column, entry)| (step, column, entry)));
            self.steps.push(Step { lower: lower..self.lower.len(), upper: upper..self.upper.len(), updates: 0 });
        }
        self.backward.reverse();
    }

    /// By step: its node. Right-hand sides and solutions are in this order.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// The entries of the system in a world; entry number `step` is on the diagonal.
    pub fn fill(&self, world: &World, entries: &mut Vec<f64>) {
        entries.clear();
        entries.extend(self.nodes.iter().map(|node| world.limitations[node.index()]));
        entries.resize(self.places.len(), 0.0);
        for &(id, entry) in &self.gains {
            entries[entry] -= world.gains[id.index()];
        }
    }

    /// The same system as a full matrix.
    pub fn spread(&self, entries: &[f64], matrix: &mut Dense) {
        matrix.reset(self.nodes.len());
        for (&(row, column), &entry) in self.places.iter().zip(entries) {
            matrix.values[row * matrix.size + column] = entry;
        }
    }

    /// Turns the entries into those of the factors, multipliers below the diagonal. False, half-way, at the first pivot
    /// that is not `accepted`.
    pub fn run<Number>(&self, entries: &mut [Number], accepted: impl Fn(Number) -> bool) -> bool
    where
        Number: Copy + Div<Output = Number> + Mul<Output = Number> + SubAssign,
    {
        for (step, Step { lower, upper, updates }) in self.steps.iter().enumerate() {
            let pivot = entries[step];
            if !accepted(pivot) {
                return false;
            }
            let upper = &self.upper[upper.clone()];
            let mut updates = self.updates[*updates..].iter();
            for &(_, below) in &self.lower[lower.clone()] {
                let multiplier = entries[below] / pivot;
                entries[below] = multiplier;
                for (&(_, right), &meeting) in upper.iter().zip(updates.by_ref()) {
                    entries[meeting] -= multiplier * entries[right];
                }
            }
        }
        true
    }

    /// Makes the entries that [`Self::run`] left ready for [`Self::solve`]: pivots become their reciprocals, and the rows
    /// right of them are divided by them.
    pub fn scale(&self, entries: &mut [f64]) {
        for (step, Step { upper, .. }) in self.steps.iter().enumerate() {
            let reciprocal = entries[step].recip();
            entries[step] = reciprocal;
            for &(_, right) in &self.upper[upper.clone()] {
                entries[right] *= reciprocal;
            }
        }
    }

    /// Solves in place with scaled entries: `side` holds the right-hand side before, the solution after.
    pub fn solve(&self, entries: &[f64], side: &mut [f64]) {
        for &(step, row, below) in &self.forward {
            side[row] -= entries[below] * side[step];
        }
        for (value, reciprocal) in side.iter_mut().zip(entries) {
            *value *= reciprocal;
        }
        for &(step, column, right) in &self.backward {
            side[step] -= entries[right] * side[column];
        }
    }
}

/// Which entries differ from zero, by local node. The diagonal is left out: it always does.
struct Pattern {
    rows: Vec<FixedBitSet>,
    columns: Vec<FixedBitSet>,
}

impl Pattern {
    fn new(size: usize, entries: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut pattern = Self {
            rows: vec![FixedBitSet::with_capacity(size); size],
            columns: vec![FixedBitSet::with_capacity(size); size],
        };
        for (row, column) in entries.filter(|(row, column)| row != column) {
            pattern.rows[row].insert(column);
            pattern.columns[column].insert(row);
        }
        pattern
    }

    /// Adds the entries that elimination fills in, and gives its order.
    fn eliminate(&mut self) -> Vec<usize> {
        let size = self.rows.len();
        let mut left = FixedBitSet::with_capacity(size);
        left.insert_range(..);
        let mut order = Vec::with_capacity(size);
        let cost = |pattern: &Self, left: &FixedBitSet, node: usize| {
            pattern.rows[node].intersection_count(left) * pattern.columns[node].intersection_count(left)
        };
        while let Some(node) = left.ones().min_by_key(|&node| cost(self, &left, node)) {
            left.set(node, false);
            order.push(node);
            let mut right = self.rows[node].clone();
            right.intersect_with(&left);
            let mut below = self.columns[node].clone();
            below.intersect_with(&left);
            for row in below.ones() {
                for column in right.ones().filter(|&column| column != row) {
                    self.rows[row].insert(column);
                    self.columns[column].insert(row);
                }
            }
        }
        order
    }
}
