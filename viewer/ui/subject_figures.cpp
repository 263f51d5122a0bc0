#include "ui/subject_figures.hpp"
#include <algorithm>
#include <string_view>

namespace ui {
namespace {

constexpr std::string_view kOrder[] = {"trains",      "trade_total", "export", "import", "vehicles", "tonnes",
                                       "tonnes_rail", "volume",      "gdp",    "area",   "length",   "routes",
                                       "count",       "flights",     "growth", "share"};

std::size_t rank(const data::Series& series)
{
    const auto* found = std::find(std::begin(kOrder), std::end(kOrder), series.measure);
    return static_cast<std::size_t>(found - std::begin(kOrder));
}

/// Growth and shares say nothing without the level, so they never lead a card when a level exists.
bool before(const data::Series* a, const data::Series* b)
{
    if (rank(*a) != rank(*b)) return rank(*a) < rank(*b);
    if (a->years.size() != b->years.size()) return a->years.size() > b->years.size();
    return a->id < b->id;
}

bool drawn_by(const data::OverlaySpec& overlay, const data::Series& series)
{
    if (overlay.headline_series == series.id) return true;
    for (const auto& section : overlay.sections)
        if (section.series == series.id || section.total == series.id) return true;
    for (const auto& circle : overlay.circles)
        if (circle.series == series.id) return true;
    return false;
}

void first(std::vector<const data::Series*>& list, const data::Series* chosen)
{
    const auto at = std::find(list.begin(), list.end(), chosen);
    if (at != list.end()) std::rotate(list.begin(), at, at + 1);
}

} // namespace

SubjectFigures figures_of(const data::Dataset& dataset, const scene::AppState& state, const std::string& subject)
{
    SubjectFigures figures;
    if (!dataset.series || !dataset.atlas) return figures;
    const auto& atlas = *dataset.atlas;
    auto list = dataset.series->of_subject(subject);
    std::erase_if(list, [](const data::Series* series) { return series->years.empty(); });
    std::sort(list.begin(), list.end(), before);

    const auto* overlay = atlas.overlay(state.overlay);
    if (subject == atlas.focus_subject) {
        // The year bar's series leads, in the currency chosen there; the other currency follows it.
        const auto* main = dataset.series->find(atlas.year_bar_series);
        const auto* alternative = dataset.series->find(atlas.year_bar_series_alt);
        if (state.alternative_currency) std::swap(main, alternative);
        first(list, alternative);
        first(list, main);
    }
    if (overlay) {
        const auto own = std::find_if(list.begin(), list.end(),
                                      [&](const data::Series* series) { return drawn_by(*overlay, *series); });
        if (own != list.end()) first(list, *own);
        const auto* headline = dataset.series->find(overlay->headline_series);
        if (subject == atlas.focus_subject && headline && headline->subject != subject && !list.empty())
            list.insert(list.begin() + std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(list.size())), headline);
    }
    if (list.empty()) return figures;
    figures.main = list.front();
    figures.others.assign(list.begin() + 1, list.end());
    return figures;
}

std::pair<int, int> years_of(const data::Dataset& dataset, const data::OverlaySpec& overlay)
{
    std::pair<int, int> range{0, 0};
    if (!dataset.series) return range;
    const auto widen = [&](const std::string& id) {
        const auto* series = id.empty() ? nullptr : dataset.series->find(id);
        if (!series) return;
        for (const auto& [year, value] : series->years) {
            if (value.state == data::State::absent) continue;
            range.first = range.first == 0 ? year : std::min(range.first, year);
            range.second = std::max(range.second, year);
        }
    };
    widen(overlay.headline_series);
    for (const auto& section : overlay.sections) widen(section.series), widen(section.total);
    for (const auto& circle : overlay.circles) widen(circle.series);
    return range;
}

} // namespace ui
