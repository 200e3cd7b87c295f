"""ledelsestilsyn: whether casework for vulnerable children keeps its deadlines and its quality."""

__version__ = "0.1.0"
