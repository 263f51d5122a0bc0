#pragma once
#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include "data/series.hpp"
#include "unit/data/temp_folder.hpp"
#include <gtest/gtest.h>

/// Builds facts.csv row by row and reads it back through load_facts.
class FactFixture {
public:
    static constexpr const char* kHeader =
        "id,series,subject_kind,subject,measure,scope,year,period_from,period_to,period_kind,period_label,value,unit,"
        "approx,source,drawable,note\n";

    struct Row {
        std::string series, year, value;
        std::string approx = "exact", kind = "full", from = "", to = "", label = "";
        std::string subject = "horgos", measure = "trains", scope = "through_port", unit = "trains";
        std::string published = "2025-01-04", drawable = "yes";
    };

    FactFixture& add(const Row& row)
    {
        const std::string number = std::to_string(++rows_);
        facts_ += "f" + number + "," + row.series + ",port," + row.subject + "," + row.measure + "," + row.scope + "," +
                  row.year + "," + row.from + "," + row.to + "," + row.kind + "," + row.label + "," + row.value + "," +
                  row.unit + "," + row.approx + ",s" + number + "," + row.drawable + ",\n";
        sources_ += "s" + number + ",Xinhua,Title " + number + "," + row.published + ",,reported\n";
        return *this;
    }

    data::FactTable load() const
    {
        folder_.write("facts.csv", facts_);
        folder_.write("sources.csv", sources_);
        std::vector<base::Error> problems;
        auto table = data::load_facts(folder_.path(), &problems);
        for (const auto& problem : problems) ADD_FAILURE() << problem.text();
        if (!table) {
            ADD_FAILURE() << table.error().text();
            return {};
        }
        return *table;
    }

    data::SeriesTable series(const data::AtlasFile& atlas = {}) const { return data::build_series(load(), atlas); }

    data::YearValue year(const std::string& id, int year, const data::AtlasFile& atlas = {}) const
    {
        const data::SeriesTable table = series(atlas);
        const data::Series* found = table.find(id);
        return found == nullptr ? data::YearValue{} : found->at(year);
    }

private:
    TempFolder folder_;
    std::string facts_ = kHeader;
    std::string sources_ = "id,publisher,title,published_on,address,confidence\n";
    int rows_ = 0;
};
