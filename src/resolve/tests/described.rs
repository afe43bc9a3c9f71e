//! Resolved statements on one line, for tables.

use crate::graph::{Aspect, Context, Graph, Sign};
use crate::resolve::{
    Ask, AskMeaning, Asked, Claim, Clauses, Comparison, Condition, Form, Interventions, Listing, LoopQuestion, Mention,
    NamedAs, PathQuestion, Resolved, Side, Simulation, Target,
};
use crate::syntax::{Arrow, Repeat};

/// Names that are written out; of more only how many.
const FEW: usize = 3;

pub fn statement(resolved: &Resolved, graph: &Graph) -> String {
    let of = |target: &Target| self::target(target, graph);
    match resolved {
        Resolved::Question(question) => form(&question.form, graph) + &clauses(&question.clauses, graph),
        Resolved::Path(question) => path(question, graph),
        Resolved::Simulate(simulation) => simulate(simulation, graph),
        Resolved::Loops(question) => loops(question, graph),
        Resolved::Compare(comparison) => compare(comparison, graph),
        Resolved::Show(target) => format!("show {}", of(target)),
        Resolved::List(Listing::Entities(target)) => format!("list {}", of(target)),
        Resolved::List(Listing::Kinds) => "list all kinds".to_owned(),
        Resolved::List(Listing::Relations) => "list all relations".to_owned(),
        Resolved::List(Listing::Sources) => "list all sources".to_owned(),
        Resolved::Find(text) => format!("find `{text}`"),
        Resolved::Evidence { from, to: None } => format!("evidence of {}", of(from)),
        Resolved::Evidence { from, to: Some(to) } => format!("evidence of {} on {}", of(from), of(to)),
        Resolved::Figures(target) => format!("figures for {}", of(target)),
        Resolved::Schema => "schema".to_owned(),
        Resolved::Stats => "stats".to_owned(),
        Resolved::Let { name, value } => format!("{name} := {}", statement(value, graph)),
        Resolved::Bound(target) => format!("bound {}", of(target)),
        Resolved::Draw { statement: inner, file, .. } => format!("draw {} to {file}", statement(inner, graph)),
        Resolved::Explain { profile, statement: inner } => {
            format!("{} {}", if *profile { "profile" } else { "explain" }, statement(inner, graph))
        }
    }
}

fn form(form: &Form, graph: &Graph) -> String {
    match form {
        Form::Select { among, condition, count } => {
            let among = among.as_ref().map_or_else(|| "anything".to_owned(), |among| target(among, graph));
            let what = if *count { "number of" } else { "which" };
            format!("{what} {among}: {}", self::condition(condition, graph))
        }
        Form::Claims { asked, claims } => {
            let asked = match asked {
                Asked::Whether => "whether",
                Asked::How => "how",
                Asked::Why => "why",
                Asked::WhyNot => "why not",
            };
            let claims: Vec<String> = claims.iter().map(|claim| self::claim(claim, graph)).collect();
            format!("{asked} {}", claims.join("; "))
        }
        Form::Effects(subject) => format!("effects of {}", target(subject, graph)),
        Form::Card(subject) => format!("card of {}", target(subject, graph)),
        Form::Disagreements(None) => "disagreements".to_owned(),
        Form::Disagreements(Some(about)) => format!("disagreements about {}", target(about, graph)),
    }
}

fn condition(condition: &Condition, graph: &Graph) -> String {
    let all = |members: &[Condition], word: &str| {
        let members: Vec<String> = members.iter().map(|member| self::condition(member, graph)).collect();
        format!("({})", members.join(word))
    };
    match condition {
        Condition::Is(predicate) => match predicate.candidate {
            Side::Subject => format!("? {} {}", ask(&predicate.ask, graph), target(&predicate.other, graph)),
            Side::Object => format!("{} {} ?", target(&predicate.other, graph), ask(&predicate.ask, graph)),
        },
        Condition::Not(inner) => format!("not {}", self::condition(inner, graph)),
        Condition::And(members) => all(members, " and "),
        Condition::Or(members) => all(members, " or "),
    }
}

fn claim(claim: &Claim, graph: &Graph) -> String {
    let not = if claim.negated { "not " } else { "" };
    format!("{not}{} {} {}", target(&claim.subject, graph), ask(&claim.ask, graph), target(&claim.object, graph))
}

/// `+`, `-` and `±` for effects, a relation by its id in brackets.
fn ask(ask: &Ask, graph: &Graph) -> String {
    let meaning = match ask.meaning {
        AskMeaning::Effect(sign) => sign.map_or("±", Sign::as_str).to_owned(),
        AskMeaning::Relation(relation) => format!("[{}]", graph.schema.relation(relation).id),
    };
    if ask.directly { format!("directly {meaning}") } else { meaning }
}

fn target(target: &Target, graph: &Graph) -> String {
    let few = || {
        let names: Vec<String> = target.mentions.iter().map(|mention| self::mention(mention, graph)).collect();
        if names.len() > FEW { format!("{} entities", names.len()) } else { names.join(", ") }
    };
    let named = match target.named {
        NamedAs::Name => few(),
        NamedAs::Umbrella(umbrella) => format!("{} as {}", graph.entity(umbrella).name, few()),
        NamedAs::Kind(kind) => format!("any {}", graph.schema.kind(kind).id),
        NamedAs::Several => format!("{{{}}}", few()),
        NamedAs::Anything => "anything".to_owned(),
    };
    match target.aspect {
        Some(Aspect::Activity) => format!("activity of {named}"),
        Some(Aspect::Abundance) => format!("abundance of {named}"),
        None => named,
    }
}

pub fn mention(mention: &Mention, graph: &Graph) -> String {
    let name = &graph.entity(mention.entity).name;
    if mention.context.is_empty() { name.clone() } else { format!("{name} ({})", pairs(&mention.context)) }
}

fn pairs(context: &Context) -> String {
    let pairs: Vec<String> = context.0.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    pairs.join(", ")
}

fn path(path: &PathQuestion, graph: &Graph) -> String {
    let repeat = match path.repeat {
        Repeat::Simple => "",
        Repeat::Trail => "trail ",
        Repeat::Walk => "walk ",
    };
    let arrow = match path.arrow {
        Arrow::Right => " -> ",
        Arrow::Left => " <- ",
        Arrow::Both => " <-> ",
    };
    let ends: Vec<String> = path.endpoints.iter().map(|endpoint| target(endpoint, graph)).collect();
    format!("{repeat}{:?} {}{}", path.selection, ends.join(arrow), clauses(&path.clauses, graph))
}

fn targets(targets: &[Target], graph: &Graph) -> String {
    targets.iter().map(|one| target(one, graph)).collect::<Vec<_>>().join(", ")
}

fn simulate(simulation: &Simulation, graph: &Graph) -> String {
    let side = |side: &Interventions| {
        let each = side.list.iter().map(|one| format!("{} [{}]", target(&one.target, graph), one.action.as_str()));
        each.collect::<Vec<_>>().join(", ")
    };
    let versus = simulation.versus.as_ref().map_or(String::new(), |versus| format!(" versus {}", side(versus)));
    let show = &simulation.show;
    let show = if show.is_empty() { String::new() } else { format!("; show {}", targets(show, graph)) };
    format!("simulate {}{versus}{show}{}", side(&simulation.scenario), clauses(&simulation.clauses, graph))
}

fn loops(question: &LoopQuestion, graph: &Graph) -> String {
    let sign = question.feedback.map_or(String::new(), |sign| format!(" {sign}"));
    let through = &question.through;
    let through = if through.is_empty() { String::new() } else { format!(" through {}", targets(through, graph)) };
    format!("loops{sign}{through}{}", clauses(&question.clauses, graph))
}

fn compare(comparison: &Comparison, graph: &Graph) -> String {
    let on = &comparison.on;
    let on = if on.is_empty() { String::new() } else { format!(" on {}", targets(on, graph)) };
    let agents = targets(&comparison.agents, graph);
    format!("compare {:?} {agents}{on}{}", comparison.view, clauses(&comparison.clauses, graph))
}

fn clauses(clauses: &Clauses, graph: &Graph) -> String {
    let mut told = String::new();
    let mut say = |text: String| told.extend([format!("; {text}")]);
    let targets = |targets: &[Target]| targets.iter().map(|one| target(one, graph)).collect::<Vec<_>>().join(", ");
    let relations = |relations: &[crate::graph::RelationId]| {
        let ids: Vec<&str> = relations.iter().map(|&id| graph.schema.relation(id).id.as_str()).collect();
        ids.join(", ")
    };
    if !clauses.subject_context.is_empty() {
        say(format!("given {}", pairs(&clauses.subject_context)));
    }
    if !clauses.graph_context.is_empty() {
        say(format!("given everywhere {}", pairs(&clauses.graph_context)));
    }
    for (entity, context) in &clauses.entity_contexts {
        say(format!("given {} of {}", pairs(context), graph.entity(*entity).name));
    }
    if !clauses.holding.is_empty() {
        let held: Vec<&str> = clauses.holding.iter().map(|&id| graph.entity(id).name.as_str()).collect();
        say(format!("holding {}", held.join(", ")));
    }
    if !clauses.via.is_empty() {
        say(format!("via {}", targets(&clauses.via)));
    }
    if !clauses.avoiding.is_empty() {
        say(format!("avoiding {}", targets(&clauses.avoiding)));
    }
    if let Some(through) = &clauses.through {
        say(format!("through {}", relations(through)));
    }
    if !clauses.not_through.is_empty() {
        say(format!("not through {}", relations(&clauses.not_through)));
    }
    let counts = [("min", clauses.min), ("max", clauses.max), ("limit", clauses.limit)];
    for (word, count) in counts.into_iter().filter_map(|(word, count)| Some((word, count?))) {
        say(format!("{word} {count}"));
    }
    if let Some(sign) = clauses.net {
        say(format!("net {sign}"));
    }
    for filter in &clauses.filters {
        say(format!("{:?} {} `{}`", filter.field, if filter.equal { "is" } else { "is not" }, filter.value));
    }
    if clauses.including_documented {
        say("including documented".to_owned());
    }
    told
}
