"""gns: en gemensam nämnds ärenden, möten och budget som YAML-poster i git."""

__version__ = "0.1.0"
