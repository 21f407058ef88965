"""Letters and lists on paper: values in, PDF bytes out."""
