"""Where exchange rates come from: `base` says what a source is, `registry` finds one, each other module is one source."""
