"""One table from our errors to HTTP, and the one shape in which errors are told."""

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from salient.domain.errors import InputError, SalientError, StoreError, UsageError


class NotFoundError(UsageError):
    """The thing asked for does not exist here."""


class ForbiddenError(UsageError):
    """Who asks is not known to the server."""


class BusyError(UsageError):
    """Too much is asked at once."""


STATUS: Mapping[type[SalientError], int] = {
    NotFoundError: 404,
    ForbiddenError: 403,
    BusyError: 503,
    UsageError: 400,
    InputError: 422,
    StoreError: 503,
    SalientError: 500,
}


def status_of(error: SalientError) -> int:
    """The status of the nearest class in the table."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def translate_errors(app: FastAPI) -> None:
    """Answer every error of ours, and a request that does not fit, with `{"error": "one line"}`."""

    @app.exception_handler(SalientError)
    async def _ours(_: Request, error: SalientError) -> JSONResponse:
        return JSONResponse({"error": str(error)}, status_of(error))

    @app.exception_handler(RequestValidationError)
    async def _misfit(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        return JSONResponse({"error": f"{first['loc'][-1]}: {first['msg']}"}, 400)
