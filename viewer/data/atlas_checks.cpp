#include "data/atlas_checks.hpp"
#include "data/network.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace data {

namespace {

class Checker {
public:
    explicit Checker(const LoadedAtlas& loaded) : loaded_(loaded), atlas_(loaded.atlas), series_(loaded.series)
    {
        for (const VectorLayer& layer : loaded.layers) {
            if (layer.kind == LayerKind::line) lines_.push_back(&layer);
            for (const Feature& feature : layer.features) features_.insert(feature.id);
        }
    }

    std::vector<Problem> run()
    {
        for (const OverlaySpec& overlay : atlas_.overlays) check_overlay(overlay);
        check_year_bar();
        check_computed();
        check_preferred();
        check_split_series();
        check_names();
        return std::move(problems_);
    }

private:
    void error(std::string text) { problems_.push_back({ProblemLevel::error, std::move(text)}); }
    void warning(std::string text) { problems_.push_back({ProblemLevel::warning, std::move(text)}); }

    const Series* need_series(const std::string& id, const std::string& place)
    {
        const Series* found = series_.find(id);
        if (found == nullptr)
            error(fmt::format("{}: series '{}' has no drawable fact in facts.csv (check its spelling)", place, id));
        return found;
    }

    void check_overlay(const OverlaySpec& overlay)
    {
        const std::string place = fmt::format("atlas.toml, overlay '{}'", overlay.id);
        const auto check_series = [&](const std::string& id, const std::string& where) {
            if (id.empty()) return;
            const Series* series = need_series(id, where);
            if (series == nullptr) return;
            const auto same = [&](const char* what, const std::string& has, const std::string& wants) {
                if (has != wants)
                    error(fmt::format("{}: series '{}' has {} '{}', the overlay '{}' (one overlay, one {})", where, id,
                                      what, has, wants, what));
            };
            same("measure", series->measure, overlay.measure);
            same("scope", series->scope, overlay.scope);
            same("unit", series->unit, overlay.unit);
        };
        check_series(overlay.headline_series, place);
        for (const SectionSpec& section : overlay.sections) {
            const std::string where = fmt::format("{}, section '{}'", place, section.id);
            for (const std::string& id : {section.series, section.total, section.at_most}) check_series(id, where);
            check_subject(section.subject, where);
            if (const auto path = chain_path(lines_, section.path); !path)
                error(fmt::format("{}: {}", where, path.error().text()));
            for (const std::string& member : section.members) check_member(overlay, section, member, where);
        }
        for (const CircleSpec& circle : overlay.circles) {
            const std::string where = fmt::format("{}, circle '{}'", place, circle.subject);
            check_series(circle.series, where);
            check_subject(circle.subject, where);
            if (!circle.at && !has_point(circle.subject))
                warning(fmt::format("{}: the subject has no point and no 'at': it cannot be drawn", where));
        }
    }

    // Strands run on through the trunk, so a member's path must end where the trunk begins.
    void check_member(const OverlaySpec& overlay, const SectionSpec& trunk, const std::string& member,
                      const std::string& where)
    {
        for (const SectionSpec& section : overlay.sections) {
            if (section.id != member || !chain_path(lines_, section.path)) continue;
            std::vector<PathStep> path = section.path;
            path.insert(path.end(), trunk.path.begin(), trunk.path.end());
            if (const auto joined = chain_path(lines_, path); !joined)
                error(fmt::format("{}: member '{}' does not end where the section begins: {}", where, member,
                                  joined.error().text()));
        }
    }

    void check_subject(const std::string& subject, const std::string& where)
    {
        if (!subject.empty() && !features_.contains(subject) && !loaded_.facts.subjects.contains(subject))
            error(
                fmt::format("{}: subject '{}' is neither a feature nor in subjects.csv or names.csv", where, subject));
    }

    bool has_point(const std::string& subject) const
    {
        return std::any_of(loaded_.layers.begin(), loaded_.layers.end(), [&](const VectorLayer& layer) {
            const Feature* feature = layer.kind == LayerKind::point ? layer.find(subject) : nullptr;
            return feature != nullptr && feature->part_count > 0;
        });
    }

    void check_year_bar()
    {
        const auto& first = atlas_.year_bar_series;
        const auto& second = atlas_.year_bar_series_alt;
        const Series* main = first.empty() ? nullptr : need_series(first, "atlas.toml, year_bar");
        const Series* other = second.empty() ? nullptr : need_series(second, "atlas.toml, year_bar");
        if (main != nullptr && other != nullptr && (main->measure != other->measure || main->scope != other->scope))
            error(fmt::format("atlas.toml, year_bar: '{}' and '{}' differ in measure or scope", first, second));
    }

    void check_computed()
    {
        for (const ComputedSpec& spec : atlas_.computed) {
            const std::string place = fmt::format("atlas.toml, computed '{}'", spec.series);
            const Series* target = need_series(spec.series, place);
            for (const std::string& id : {spec.left, spec.right}) {
                const Series* operand = need_series(id, place);
                if (target != nullptr && operand != nullptr &&
                    std::tie(target->measure, target->scope, target->unit) !=
                        std::tie(operand->measure, operand->scope, operand->unit))
                    error(fmt::format("{}: '{}' differs in measure, scope or unit, so nothing is computed", place, id));
            }
        }
    }

    void check_preferred()
    {
        for (const PreferSpec& spec : atlas_.preferred) {
            const Series* series = series_.find(spec.series);
            const bool shown = series != nullptr && series->at(spec.year).printed == spec.value;
            if (!shown)
                error(fmt::format("atlas.toml, preferred '{}' {}: no full-year fact says {} (write it as in facts.csv)",
                                  spec.series, spec.year, spec.value));
        }
    }

    void check_split_series()
    {
        for (const Series& series : series_.series)
            if (series.id.find(':') != std::string::npos)
                warning(fmt::format("facts.csv: series '{}' holds several subjects, measures, scopes or units; '{}' is "
                                    "kept apart",
                                    series.id.substr(0, series.id.find(':')), series.id));
    }

    void check_names()
    {
        std::set<std::string> subjects;
        for (const Fact& fact : loaded_.facts.facts) subjects.insert(fact.subject);
        for (const std::string& subject : subjects) {
            const auto found = loaded_.facts.subjects.find(subject);
            if (found == loaded_.facts.subjects.end()) {
                if (features_.contains(subject))
                    warning(fmt::format("names.csv: no name for '{}'", subject));
                else
                    error(fmt::format("facts.csv: subject '{}' is neither a feature nor in subjects.csv or names.csv",
                                      subject));
            }
        }
    }

    const LoadedAtlas& loaded_;
    const AtlasFile& atlas_;
    const SeriesTable& series_;
    std::vector<const VectorLayer*> lines_;
    std::set<std::string> features_;
    std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> check_atlas(const LoadedAtlas& loaded) { return Checker(loaded).run(); }

} // namespace data
