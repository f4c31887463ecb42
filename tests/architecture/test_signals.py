"""News goes up one way: signals are declared in events.py, heard in listeners.py, and never by saving a row."""

import ast

from tests.architecture.source import APPS, files, name, tree

MODEL_SIGNALS = {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed", "pre_init", "post_init"}


def test_signals_are_made_only_in_events():
    makers = [name(path) for path in files(*APPS) if path.name != "events.py" and "Signal" in _calls(path)]
    assert makers == []


def test_signals_are_heard_only_in_listeners():
    hearers = [name(path) for path in files(*APPS) if path.name != "listeners.py" and _hears(path)]
    assert hearers == []


def test_nobody_listens_to_the_saving_of_rows():
    users = [name(path) for path in files(*APPS) if MODEL_SIGNALS & _names(path)]
    assert users == []


def _calls(path):
    return {
        node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
    }


def _hears(path):
    decorators = (
        decorator
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
    )
    return any("receiver" in ast.dump(decorator) for decorator in decorators)


def _names(path):
    return {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
