#include "scene/figure_text.hpp"

namespace scene {

using data::State;

std::string figure_text(const data::YearValue& value, const Strings& strings)
{
    if (value.state == State::absent) return strings("no_figure");
    const std::string figure = data::format_printed(value.printed, value.approximation, strings.language);
    return value.state == State::at_most ? strings("at_most") + " " + figure : figure;
}

std::string state_text(const data::YearValue& value, const data::FactTable* facts, const Strings& strings)
{
    switch (value.state) {
    case State::absent: return strings("state.absent");
    case State::computed: return strings("state.computed") + ": " + value.formula;
    case State::partial: return value.period_label + " · " + strings("state.partial");
    case State::conflicting: {
        std::string text = strings("another_source") + ":";
        for (const auto index : value.others)
            if (facts && facts->facts[index].period_kind == data::PeriodKind::full)
                text += " " + data::format_printed(facts->facts[index].printed, facts->facts[index].approximation, strings.language);
        return text;
    }
    case State::about: return strings("state.about");
    case State::minimum: return strings("state.minimum");
    case State::at_most: return strings("state.at_most");
    case State::published: break;
    }
    return strings("state.published");
}

} // namespace scene
