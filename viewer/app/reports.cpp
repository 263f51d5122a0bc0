#include "app/reports.hpp"
#include "base/log.hpp"
#include "data/report.hpp"
#include <algorithm>
#include <cstdio>

namespace app {
namespace {

int cannot(const base::Error& error)
{
    base::log(base::Severity::error, error.text());
    return kExitCannot;
}

int print(const std::string& text)
{
    std::fputs(text.c_str(), stdout);
    if (!text.empty() && text.back() != '\n') std::fputc('\n', stdout);
    return kExitOk;
}

} // namespace

int run_report(const Options& o, const Paths& paths)
{
    const std::filesystem::path folder = o.atlas.empty() ? paths.geodata : std::filesystem::path(o.atlas);
    if (o.command == Command::info) {
        const auto text = o.json ? data::info_json(folder) : data::info_text(folder);
        return text ? print(*text) : cannot(text.error());
    }
    if (o.command == Command::validate) {
        auto report = data::validate_atlas(folder);
        std::vector<std::string> languages;
        for (const auto& one : report.translations)
            if (std::find(languages.begin(), languages.end(), one.language) == languages.end())
                languages.push_back(one.language);
        auto texts = data::interface_translations(paths.assets / "lang", languages);
        if (texts)
            report.translations.insert(report.translations.begin(), texts->begin(), texts->end());
        else
            report.problems.push_back({data::ProblemLevel::warning, texts.error().text()});
        print(o.json ? data::validation_json(report) : data::validation_text(report));
        return report.ok() ? kExitOk : kExitCannot;
    }
    std::vector<base::Error> problems;
    const auto facts = data::load_facts(folder, &problems);
    if (!facts) return cannot(facts.error());
    for (const auto& problem : problems) base::log(base::Severity::warning, problem.text());
    const data::FactFilter filter{o.subject, o.measure, o.scope, {}, o.year};
    const std::string language = o.language.empty() ? "en" : o.language;
    return print(o.json ? data::facts_json(*facts, filter, language) : data::facts_text(*facts, filter, language));
}

} // namespace app
