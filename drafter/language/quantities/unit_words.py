"""Units as words: micrograms per cubic metre, kilowatts; in either spelling, of one and of many."""

from typing import Final

from drafter.language.house_style import HouseStyle
from drafter.language.units import Unit

# Of one and of many, spelled the British way; a unit that is not here has a symbol that everybody writes.
_WORDS: Final[dict[str, tuple[str, str]]] = {
    "ug/m3": ("microgram per cubic metre", "micrograms per cubic metre"),
    "mg/m3": ("milligram per cubic metre", "milligrams per cubic metre"),
    "mg/L": ("milligram per litre", "milligrams per litre"),
    "dB": ("decibel", "decibels"),
    "Cel": ("degree Celsius", "degrees Celsius"),
    "kW.h": ("kilowatt-hour", "kilowatt-hours"),
    "MW.h": ("megawatt-hour", "megawatt-hours"),
    "GW.h": ("gigawatt-hour", "gigawatt-hours"),
    "TW.h": ("terawatt-hour", "terawatt-hours"),
    "kW": ("kilowatt", "kilowatts"),
    "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"),
    "t": ("tonne", "tonnes"),
    "kg": ("kilogram", "kilograms"),
    "g": ("gram", "grams"),
    "m3": ("cubic metre", "cubic metres"),
    "L": ("litre", "litres"),
    "km2": ("square kilometre", "square kilometres"),
    "m2": ("square metre", "square metres"),
    "har": ("hectare", "hectares"),
    "km": ("kilometre", "kilometres"),
    "m": ("metre", "metres"),
    "cm": ("centimetre", "centimetres"),
    "mm": ("millimetre", "millimetres"),
}
# Written as words in every style, with a form for one.
_ALWAYS: Final[dict[str, tuple[str, str]]] = {
    "a": ("year", "years"), "mo": ("month", "months"), "wk": ("week", "weeks"), "d": ("day", "days"),
    "h": ("hour", "hours"), "min": ("minute", "minutes"), "s": ("second", "seconds"),
    "pp": ("percentage point", "percentage points"), "[bp]": ("basis point", "basis points"),
    "x": ("times", "times"), "t": ("tonne", "tonnes"),
    "USD": ("US dollar", "US dollars"), "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "AUD": ("Australian dollar", "Australian dollars"), "CAD": ("Canadian dollar", "Canadian dollars"),
    "EUR": ("euro", "euros"), "RUB": ("rouble", "roubles"), "INR": ("rupee", "rupees"),
    "[mi_i]": ("mile", "miles"), "[mi_i2]": ("square mile", "square miles"),
    "[nmi_i]": ("nautical mile", "nautical miles"),
    "[ft_i]": ("foot", "feet"), "[ft_i2]": ("square foot", "square feet"), "[in_i]": ("inch", "inches"),
    "[acr_us]": ("acre", "acres"), "[gal_us]": ("gallon", "gallons"), "[bbl_us]": ("barrel", "barrels"),
}  # fmt: skip
_AMERICAN: Final = (("metre", "meter"), ("litre", "liter"), ("tonne", "ton"))


def unit_words(unit: Unit, style: HouseStyle, *, single: bool = False) -> str:
    """Give what is written behind a figure of a unit.

    Args:
        unit: the unit.
        style: the style of the house.
        single: whether the figure is one.
    """
    forms = _WORDS.get(unit.code) if style.units == "words" else None
    forms = forms or _ALWAYS.get(unit.code)
    if forms is None:
        return unit.shown
    words = forms[0] if single else forms[1]
    for british, american in _AMERICAN if style.spelling == "american" else ():
        words = words.replace(british, american)
    return words
