"""The list pages on a real data folder."""

from __future__ import annotations

import pytest

from sopapp.app import App
from ui.context import UiContext


@pytest.fixture
def context(app: App, hub, tasks, prompts, navigate) -> UiContext:
    hub.feed(app)
    return UiContext(app, hub, tasks, prompts, navigate)
