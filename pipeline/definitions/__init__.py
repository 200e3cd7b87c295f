"""YAML definitions loaded into frozen models; an unknown key is an error."""
