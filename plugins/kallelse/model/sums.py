"""A finance table into the equations that its kinds, roles, signs and formulas make, and the doubts that hinder one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kallelse.model.equation import Equation, Rule, Term, from_expression
from kallelse.model.finance import (
    DeviationRule,
    FinanceRowKind,
    FinanceTable,
    Role,
    label_key,
)
from kallelse.model.formula import Expression, Name, Number, Ref, linear, names, number, parse, replace
from kallelse.model.sideways import Bases, bases

ITEMS = (FinanceRowKind.ITEM, FinanceRowKind.REVENUE, FinanceRowKind.COST)
SUMS = (FinanceRowKind.SUBTOTAL, FinanceRowKind.SUM, FinanceRowKind.TOTAL)
ADDITIVE_UNITS = ("kr", "tkr", "mnkr", "antal")
