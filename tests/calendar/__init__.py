"""Tests of sopapp.calendar."""
