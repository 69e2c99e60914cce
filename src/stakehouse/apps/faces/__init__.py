"""The HTTP faces: three FastAPI applications, the fast way beside them, and one ASGI front."""
