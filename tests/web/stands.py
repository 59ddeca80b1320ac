"""How IT's view of the use case stands now, as the services tell it."""

from translator.services.options import options_view
from translator.services.review import review_view
from translator.web.desk import desk


def rows(app, house):
    """Return the lines with what IT said of each."""
    with app.app_context():
        return review_view(desk(), house["ivo"], house["pid"], 1).rows


def comparison(app, house):
    """Return the options side by side."""
    with app.app_context():
        return options_view(desk(), house["ana"], house["pid"], 1)
