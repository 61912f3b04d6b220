//! What only a later module asks of the browser, it asks itself.
//!
//! The cut leaves every import with the first module, behind a function in the common table: the first page waits until
//! its browser has compiled a way out for each of them, and a later module goes through two calls to reach one. Here the
//! later modules get these functions, with imports of their own. What is not understood stays as it was.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use walrus::ir::{Call, Const, Instr, InstrLocId, LocalGet, LocalSet, LocalTee, TableGet, TableSet, Value};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, ImportKind, LocalFunction,
    LocalId, Module, TableId,
};

use crate::Failure;

/// Under this name the later modules import from the first one.
const FIRST: &str = "__wasm_split";
/// What the cut calls the functions that it adds to the first module in order to hand on. No other function may leave the
/// common table: its place there could be somebody's pointer to it.
const ADDED: &str = " local_shim";

/// What a function does, in order.
type Steps = Vec<(Instr, InstrLocId)>;

/// Lets each of `later` ask the browser itself, and takes what nobody asks for any more out of the common table of `first`.
/// Gives the names of what they import from the first module for that. The files are changed in place.
pub fn made_direct(first: &Path, later: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let mut main = read(first)?;
    let mut modules = later.iter().map(|path| read(path)).collect::<Result<Vec<Module>, Failure>>()?;
    let names = direct(&mut main, &mut modules)?;
    for (module, path) in
        modules.iter_mut().chain([&mut main]).zip(later.iter().map(PathBuf::as_path).chain([first]))
    {
        write(module, path)?;
    }
    Ok(names)
}

fn direct(main: &mut Module, later: &mut [Module]) -> Result<Vec<String>, Failure> {
    let slots = slots(main);
    let (mut handed, mut names) = (HashSet::new(), Vec::new());
    for module in later {
        for (stub, slot) in stubs(module) {
            let source = slots.get(&slot).and_then(|function| handing_on(main, *function));
            if let Some(source) = source {
                names.extend(take(main, source, module, stub));
                handed.insert(slot);
            }
        }
    }
    if handed.is_empty() {
        return Err("no later module asks the browser for anything: the cut is not what it was".to_owned());
    }
    empty(main, &handed);
    names.sort();
    names.dedup();
    Ok(names)
}

fn read(path: &Path) -> Result<Module, Failure> {
    Module::from_file(path).map_err(|error| format!("cannot read {}: {error:#}", path.display()))
}

fn write(module: &mut Module, path: &Path) -> Result<(), Failure> {
    module.emit_wasm_file(path).map_err(|error| format!("cannot write {}: {error:#}", path.display()))
}

/// The segments of functions in a table: where each begins, and what it holds.
fn segments(main: &Module) -> impl Iterator<Item = (walrus::ElementId, TableId, u32, &Vec<FunctionId>)> {
    main.elements.iter().filter_map(|element| match (&element.kind, &element.items) {
        (
            ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start)) },
            ElementItems::Functions(functions),
        ) => Some((element.id(), *table, u32::try_from(*start).ok()?, functions)),
        _ => None,
    })
}

/// The functions of the common table, by their place in it.
fn slots(main: &Module) -> HashMap<u32, FunctionId> {
    segments(main).flat_map(|(_, _, start, functions)| (start..).zip(functions.iter().copied())).collect()
}

/// Takes places out of the common table. A call of one of them would end in the browser's error.
fn empty(main: &mut Module, places: &HashSet<u32>) {
    let all: Vec<_> =
        segments(main).map(|(id, table, start, held)| (id, table, start, held.clone())).collect();
    for (id, table, start, held) in all {
        main.elements.delete(id);
        main.tables.get_mut(table).elem_segments.remove(&id);
        let left: Vec<(u32, FunctionId)> =
            (start..).zip(held).filter(|(place, _)| !places.contains(place)).collect();
        for run in left.chunk_by(|(one, _), (next, _)| one + 1 == *next) {
            let Some(start) = run.first().and_then(|(place, _)| i32::try_from(*place).ok()) else { continue };
            let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start)) };
            let held = run.iter().map(|(_, function)| *function).collect();
            let id = main.elements.add(kind, ElementItems::Functions(held));
            main.tables.get_mut(table).elem_segments.insert(id);
        }
    }
}

/// The functions of a later module that do nothing but call a place of the common table, and that place.
fn stubs(module: &Module) -> Vec<(FunctionId, u32)> {
    module.funcs.iter_local().filter_map(|(id, function)| Some((id, called_place(function)?))).collect()
}

fn called_place(function: &LocalFunction) -> Option<u32> {
    match last_of(function, 2)? {
        [(Instr::Const(Const { value: Value::I32(place) }), _), (Instr::CallIndirect(_), _)] => {
            u32::try_from(*place).ok()
        }
        _ => None,
    }
}

/// The last steps of a function that before them only hands on its arguments, in their order.
fn last_of(function: &LocalFunction, number: usize) -> Option<&[(Instr, InstrLocId)]> {
    let steps = &function.block(function.entry_block()).instrs;
    let (handed, last) = steps.split_at_checked(steps.len().checked_sub(number)?)?;
    let is_next = |(argument, (step, _)): (&LocalId, &(Instr, InstrLocId))| matches!(step, Instr::LocalGet(get) if get.local == *argument);
    let all = handed.len() == function.args.len() && function.args.iter().zip(handed).all(is_next);
    all.then_some(last)
}

/// A function that was added to the first module and only hands on to the browser, without branches: the values of the browser
/// are taken from the table in which they are kept, and put there.
fn handing_on(main: &Module, function: FunctionId) -> Option<&LocalFunction> {
    let added = main.funcs.get(function);
    let FunctionKind::Local(function) = &added.kind else { return None };
    let mut function = function;
    if !added.name.as_ref().is_some_and(|name| name.ends_with(ADDED)) {
        return None;
    }
    // One that only calls another with its own arguments is that other one.
    if let Some([(Instr::Call(call), _)]) = last_of(function, 1)
        && let FunctionKind::Local(next) = &main.funcs.get(call.func).kind
    {
        function = next;
    }
    let steps = &function.block(function.entry_block()).instrs;
    let can_move = |(step, _): &(Instr, InstrLocId)| match step {
        Instr::LocalGet(_) | Instr::LocalSet(_) | Instr::LocalTee(_) | Instr::Const(_) | Instr::Drop(_) => {
            true
        }
        Instr::TableGet(TableGet { table }) | Instr::TableSet(TableSet { table }) => {
            exported_table(main, *table).is_some()
        }
        Instr::Call(Call { func }) => {
            imported(main, *func).is_some() || exported_function(main, *func).is_some()
        }
        _ => false,
    };
    let asks = |(step, _): &(Instr, InstrLocId)| matches!(step, Instr::Call(call) if imported(main, call.func).is_some());
    (steps.iter().all(can_move) && steps.iter().any(asks)).then_some(function)
}

fn imported(main: &Module, function: FunctionId) -> Option<(&str, &str)> {
    main.imports.get_imported_func(function).map(|import| (import.module.as_str(), import.name.as_str()))
}

fn exported_table(main: &Module, table: TableId) -> Option<&str> {
    let mut exports = main.exports.iter();
    exports
        .find(|one| matches!(one.item, ExportItem::Table(own) if own == table))
        .map(|one| one.name.as_str())
}

fn exported_function(main: &Module, function: FunctionId) -> Option<&str> {
    let mut exports = main.exports.iter();
    let found = exports.find(|one| matches!(one.item, ExportItem::Function(own) if own == function));
    found.map(|one| one.name.as_str())
}

/// Lets a function of a later module do what one of the first does. Gives the names of what it takes from the first.
fn take(main: &Module, source: &LocalFunction, module: &mut Module, stub: FunctionId) -> Vec<String> {
    let FunctionKind::Local(own) = &module.funcs.get(stub).kind else { return Vec::new() };
    let mut locals: HashMap<LocalId, LocalId> =
        source.args.iter().copied().zip(own.args.iter().copied()).collect();
    let mut names = Vec::new();
    let mut steps = Steps::new();
    for (step, place) in &source.block(source.entry_block()).instrs {
        let mut local = |module: &mut Module, theirs: LocalId| {
            *locals.entry(theirs).or_insert_with(|| module.locals.add(main.locals.get(theirs).ty()))
        };
        let step = match step {
            Instr::LocalGet(get) => LocalGet { local: local(module, get.local) }.into(),
            Instr::LocalSet(set) => LocalSet { local: local(module, set.local) }.into(),
            Instr::LocalTee(tee) => LocalTee { local: local(module, tee.local) }.into(),
            Instr::TableGet(get) => TableGet { table: table(main, get.table, module, &mut names) }.into(),
            Instr::TableSet(set) => TableSet { table: table(main, set.table, module, &mut names) }.into(),
            Instr::Call(call) => Call { func: called(main, call.func, module, &mut names) }.into(),
            Instr::Const(Const { value }) => Const { value: *value }.into(),
            other => other.clone(),
        };
        steps.push((step, *place));
    }
    if let FunctionKind::Local(own) = &mut module.funcs.get_mut(stub).kind {
        let entry = own.entry_block();
        own.block_mut(entry).instrs = steps;
    }
    names
}

/// The exported table of the first module, in a later one.
fn table(main: &Module, table: TableId, module: &mut Module, names: &mut Vec<String>) -> TableId {
    let name = exported_table(main, table).unwrap_or_default();
    names.push(name.to_owned());
    if let Some(ImportKind::Table(known)) = known(module, FIRST, name) {
        return *known;
    }
    let theirs = main.tables.get(table);
    module.add_import_table(FIRST, name, false, theirs.initial, None, theirs.element_ty).0
}

/// What a function of the first module calls, in a later one: an import of both, or what the first one exports.
fn called(main: &Module, function: FunctionId, module: &mut Module, names: &mut Vec<String>) -> FunctionId {
    let (from, name) = imported(main, function).unwrap_or_else(|| {
        let name = exported_function(main, function).unwrap_or_default();
        names.push(name.to_owned());
        (FIRST, name)
    });
    if let Some(ImportKind::Function(known)) = known(module, from, name) {
        return *known;
    }
    let (taken, given) = main.types.params_results(main.funcs.get(function).ty());
    let kind = module.types.add(taken, given);
    module.add_import_func(from, name, kind).0
}

fn known<'a>(module: &'a Module, from: &str, name: &str) -> Option<&'a ImportKind> {
    module.imports.find(from, name).map(|import| &module.imports.get(import).kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps a value of the browser, or looks it up, on the way to an import; one place of the table does more than that.
    const MAIN: &str = r#"(module
        (import "bg" "size" (func $ask_size (param externref) (result externref)))
        (import "bg" "tell" (func $ask (param i32 i32)))
        (import "bg" "kept" (func $kept (param i32)))
        (table $common 9 9 funcref)
        (table $values 1028 externref)
        (elem (table $common) (i32.const 1) func $size $other $tell $kept $branching $pointed)
        (export "common" (table $common))
        (export "values" (table $values))
        (export "alloc" (func $alloc))
        (func $alloc (result i32) (i32.const 1024))
        (func $size (@name "size local_shim") (param i32) (result i32) (local.get 0) (call $size_kept))
        (func $size_kept (param i32) (result i32) (local $found externref)
            (local.set $found (call $ask_size (table.get $values (local.get 0))))
            (table.set $values (local.tee 0 (call $alloc)) (local.get $found))
            (local.get 0))
        (func $other (@name "other local_shim") (param i32) (result i32) (local.get 0) (call $other))
        (func $tell (@name "tell local_shim") (param i32 i32) (local.get 0) (local.get 1) (call $ask))
        (func $pointed (@name "told") (param i32 i32) (local.get 0) (local.get 1) (call $ask))
        (func $branching (@name "branching local_shim") (param i32) (if (local.get 0) (then (call $kept (local.get 0)))))
        (func (export "start") (call $ask (i32.const 1) (i32.const 2))))"#;

    fn later(stubs: &str) -> Module {
        parsed(&format!(
            r#"(module
            (type $one (func (param i32) (result i32)))
            (type $two (func (param i32 i32)))
            (type $in (func (param i32)))
            (import "__wasm_split" "common" (table $common 9 funcref))
            {stubs})"#
        ))
    }

    fn parsed(text: &str) -> Module {
        Module::from_buffer(&wat::parse_str(text).unwrap()).unwrap()
    }

    fn imports(module: &Module) -> Vec<String> {
        let mut all: Vec<_> =
            module.imports.iter().map(|import| format!("{} {}", import.module, import.name)).collect();
        all.sort();
        all
    }

    /// What is written and read again is checked by the reader.
    fn again(module: &mut Module) -> Module {
        walrus::passes::gc::run(module);
        Module::from_buffer(&module.emit_wasm()).unwrap()
    }

    fn places(main: &Module) -> Vec<u32> {
        let mut places: Vec<u32> = slots(main).into_keys().collect();
        places.sort_unstable();
        places
    }

    const SIZE: &str = r#"(func (export "size") (type $one) (local.get 0) (call_indirect $common (type $one) (i32.const 1)))"#;
    const TELL: &str = r#"(func (export "tell") (type $two) (local.get 0) (local.get 1) (call_indirect $common (type $two) (i32.const 3)))"#;

    #[test]
    fn what_only_a_later_module_asks_for_leaves_the_first() {
        let (mut main, mut modules) = (parsed(MAIN), [later(&format!("{SIZE}{TELL}"))]);
        assert_eq!(direct(&mut main, &mut modules).unwrap(), ["alloc", "values"]);
        let (main, [mut module]) = (again(&mut main), modules);
        let module = again(&mut module);
        // The table is not called through any more, and so it is not even imported.
        assert_eq!(imports(&module), ["__wasm_split alloc", "__wasm_split values", "bg size", "bg tell"]);
        // What the first one asks for itself stays, and so does what is not understood.
        assert_eq!(imports(&main), ["bg kept", "bg tell"]);
        assert_eq!(places(&main), [2, 4, 5, 6]);
    }

    #[test]
    fn each_import_is_taken_once() {
        let twice = TELL.replace("\"tell\"", "\"again\"");
        let (mut main, mut modules) = (parsed(MAIN), [later(TELL), later(&format!("{TELL}{twice}"))]);
        assert!(direct(&mut main, &mut modules).unwrap().is_empty());
        for mut module in modules {
            assert_eq!(imports(&again(&mut module)), ["bg tell"]);
        }
    }

    #[test]
    fn what_does_more_than_hand_on_stays_as_it_was() {
        let more = [
            r#"(func (export "f") (type $in) (local.get 0) (call_indirect $common (type $in) (i32.const 5)))"#,
            r#"(func (export "f") (type $one) (local.get 0) (call_indirect $common (type $one) (i32.const 2)))"#,
            r#"(func (export "f") (type $two) (local.get 0) (local.get 1) (call_indirect $common (type $two) (i32.const 6)))"#,
            r#"(func (export "f") (type $one) (i32.const 7) (call_indirect $common (type $one) (i32.const 1)))"#,
            r#"(func (export "f") (type $one) (local.get 0) (call_indirect $common (type $one) (local.get 0)))"#,
        ];
        for text in more {
            let (mut main, mut modules) = (parsed(MAIN), [later(text)]);
            assert!(direct(&mut main, &mut modules).is_err(), "{text}");
            let (mut main, mut modules) = (parsed(MAIN), [later(&format!("{text}{TELL}"))]);
            direct(&mut main, &mut modules).unwrap();
            let [mut module] = modules;
            assert_eq!(imports(&again(&mut module)), ["__wasm_split common", "bg tell"], "{text}");
            assert_eq!(places(&main), [1, 2, 4, 5, 6]);
        }
    }
}
