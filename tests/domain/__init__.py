"""Tests of sopapp.domain."""
