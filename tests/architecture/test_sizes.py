"""Files, functions, argument lists and templates stay small enough to read in one look."""

from tests.architecture.source import APPS, ROOT, Function, files, functions, name

FILE_LINES, FUNCTION_LINES, ARGUMENTS, TEMPLATE_LINES = 300, 40, 5, 120


def test_no_file_is_longer_than_300_lines():
    long = [name(p) for p in files(*APPS, "tests") if len(p.read_text().splitlines()) > FILE_LINES]
    assert long == []


def test_no_function_is_longer_than_40_lines():
    long = [
        f"{name(path)}:{function.name}"
        for path in files(*APPS)
        for function in functions(path)
        if _length(function) > FUNCTION_LINES
    ]
    assert long == []


def test_no_function_takes_more_than_five_arguments():
    many = [
        f"{name(path)}:{function.name}"
        for path in files(*APPS)
        for function in functions(path)
        if _arguments(function) > ARGUMENTS
    ]
    assert many == []


def test_no_template_is_longer_than_120_lines():
    long = [
        name(path)
        for path in sorted((ROOT / "templates").rglob("*"))
        if path.is_file() and len(path.read_text().splitlines()) > TEMPLATE_LINES
    ]
    assert long == []


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _arguments(function: Function) -> int:
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len([a for a in names if a not in {"self", "cls"}])
