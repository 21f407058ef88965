"""The calendar page: a month with its days off and due dates."""
