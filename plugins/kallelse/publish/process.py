"""A way of working turned into an ordered list of steps, which the style sheet draws as arrows."""

from __future__ import annotations

from html import escape

from kallelse.model.text import Process

# As many letters as stand in one arrow of each width that the style sheet knows; longer ones stay a list.
_LETTERS = (8, 12, 16, 20)


def process_html(process: Process) -> str:
    """The steps, each a verb and who does what."""
    longest = max((len(step.title) for step in process.steps), default=0)
    arrows = next((f" k-process--{letters}" for letters in _LETTERS if letters >= longest), "")
    caption = f"<figcaption>{escape(process.caption, quote=False)}</figcaption>" if process.caption else ""
    steps = (
        f"<li><strong>{escape(step.title, quote=False)}</strong> <span>{escape(step.text, quote=False)}</span></li>"
        for step in process.steps
    )
    return f'<figure class="k-process{arrows}">{caption}<ol>{"".join(steps)}</ol></figure>'
