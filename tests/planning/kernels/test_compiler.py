"""Lean kernels count no holders of arrays: what they may do is read off their text."""

import ast
from pathlib import Path

import standby.planning.kernels.compiler as compiler

ENGINE = Path(compiler.__file__).parent.parent
PLAIN = {"range", "int", "bool", "len", "min", "max", "abs"}


def kernels_of(decorator: str) -> list[ast.FunctionDef]:
    texts = [path.read_text() for room in ("kernels", "tiers", "horizon") for path in (ENGINE / room).glob("*.py")]
    functions = [node for text in texts for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    return [node for node in functions if [ast.unparse(one) for one in node.decorator_list] == [decorator]]


def names_called(kernel: ast.FunctionDef) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(kernel) if isinstance(node, ast.Call)}


LEAN = kernels_of("lean")


def test_many_kernels_are_lean() -> None:
    assert len(LEAN) > 80


def test_a_lean_kernel_calls_lean_kernels_alone() -> None:
    # The same name may stand for two kernels in two files: then neither of them may be anything but lean.
    lean = {other.name for other in LEAN} - {
        other.name for other in [*kernels_of("compiled"), *kernels_of("unattended")]
    }

    assert {kernel.name: names_called(kernel) - lean - PLAIN for kernel in LEAN} == {
        kernel.name: set() for kernel in LEAN
    }


def test_a_lean_kernel_answers_with_numbers() -> None:
    answers = {kernel.name: ast.unparse(kernel.returns) if kernel.returns else "" for kernel in LEAN}
    numbers = ("int", "bool", "None", "tuple[int, int]", "tuple[int, int, int]", "tuple[int, int, int, int]")

    assert {name for name, answer in answers.items() if answer not in numbers} == set()
