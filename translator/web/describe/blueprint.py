"""The blueprint that the pages of this errand share."""

from flask import Blueprint

pages = Blueprint("describe", __name__)

CASE = "/projects/<pid>/use-cases/<int:number>"
