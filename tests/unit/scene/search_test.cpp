#include "scene/search.hpp"
#include <gtest/gtest.h>

namespace {

class Search : public testing::Test {
protected:
    void add(const std::string& id, const std::string& kind, std::map<std::string, std::string> names, geo::LonLat at,
             const std::string& rank = "")
    {
        facts_.subjects[id] = {id, kind, std::move(names)};
        data::Feature feature;
        feature.id = id;
        feature.first_part = static_cast<std::uint32_t>(layer_.part_ends.size());
        feature.part_count = 1;
        if (!rank.empty()) feature.attributes.emplace_back("rank", rank);
        layer_.points.push_back(at);
        layer_.part_ends.push_back(static_cast<std::uint32_t>(layer_.points.size()));
        layer_.features.push_back(std::move(feature));
    }
    scene::SearchIndex index()
    {
        data::Dataset dataset;
        layer_.kind = data::LayerKind::point;
        dataset.layers["places"] = std::make_shared<const data::VectorLayer>(layer_);
        dataset.facts = std::make_shared<const data::FactTable>(facts_);
        return scene::SearchIndex(dataset);
    }
    static std::vector<std::string> subjects(const std::vector<scene::SearchHit>& hits)
    {
        std::vector<std::string> ids;
        for (const auto& hit : hits) ids.push_back(hit.selection.subject);
        return ids;
    }
    void SetUp() override
    {
        add("horgos", "port",
            {{"en", "Horgos"}, {"zh", "霍尔果斯"}, {"ru", "Хоргос"}, {"kk", "Қорғас"}, {"ug", "قورغاس"}},
            {80.41, 44.21});
        add("horgos_city", "city", {{"en", "Horgos"}}, {80.42, 44.2}, "3");
        add("urumqi", "city", {{"en", "Ürümqi"}, {"zh", "乌鲁木齐"}, {"ug", "ئۈرۈمچى"}}, {87.6, 43.8}, "1");
        add("turpan", "city", {{"en", "Turpan"}}, {89.2, 42.9}, "2");
        add("turkmenistan", "country", {{"en", "Turkmenistan"}}, {59, 39});
        add("new_turpan", "town", {{"en", "New Turpan"}}, {89, 42});
    }

    data::VectorLayer layer_;
    data::FactTable facts_;
};

TEST_F(Search, AnyLanguageFinds)
{
    const auto all = index();
    for (const char* query : {"horgos", "霍尔", "хоргос", "қорғас", "коргас", "قورغاس"}) {
        const auto hits = all.find(query, "en");
        ASSERT_FALSE(hits.empty()) << query;
        EXPECT_EQ(hits.front().selection.subject, "horgos") << query;
    }
    EXPECT_EQ(all.find("霍尔", "en").front().matched, "霍尔果斯");
    EXPECT_EQ(all.find("URUMQI", "en").front().matched, "Ürümqi");
    EXPECT_EQ(all.find("وروم", "en").front().selection.subject, "urumqi");
}

TEST_F(Search, BeginningsComeBeforeWhatStandsInsideThenKindsInOrder)
{
    EXPECT_EQ(subjects(index().find("tur", "en")), (std::vector<std::string>{"turpan", "turkmenistan", "new_turpan"}));
    EXPECT_EQ(subjects(index().find("horgos", "en")), (std::vector<std::string>{"horgos", "horgos_city"}));
    EXPECT_EQ(subjects(index().find("rum", "en")), (std::vector<std::string>{"urumqi"}));
}

TEST_F(Search, AtMostAsManyAsAskedAndNothingForNothing)
{
    EXPECT_EQ(index().find("r", "en", 2).size(), 2U);
    EXPECT_TRUE(index().find("", "en").empty());
    EXPECT_TRUE(index().find("  –  ", "en").empty());
    EXPECT_TRUE(index().find("zzz", "en").empty());
    EXPECT_TRUE(scene::SearchIndex().find("horgos", "en").empty());
}

TEST_F(Search, SaysWhereAPlaceIs)
{
    const auto hit = index().find("turpan", "en").front();
    ASSERT_TRUE(hit.where);
    EXPECT_NEAR(hit.where->at.lon, 89.2, 1e-9);
    EXPECT_GT(hit.where->width_km, 100);
    EXPECT_LT(hit.where->width_km, 400);
}

TEST_F(Search, ASubjectWithoutAPlaceOrFiguresIsNotOffered)
{
    facts_.subjects["nowhere"] = {"nowhere", "mode", {{"en", "Nowhere"}}};
    EXPECT_TRUE(index().find("nowhere", "en").empty());
}

} // namespace
