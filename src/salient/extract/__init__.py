"""From a report to claim drafts."""
