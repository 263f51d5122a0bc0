#include "data/report.hpp"
#include "data/validate.hpp"
#include "unit/data/fact_fixture.hpp"
#include "unit/data/gdal_fixture.hpp"
#include <nlohmann/json.hpp>

namespace {

// A whole small atlas: two stations, one line, one port, two counts.
class SmallAtlas : public testing::Test {
protected:
    static constexpr const char* kAtlas = R"(title = "Small"
[[projection]]
id = "p"
name = "P"
definition = "EPSG:3857"
[[view]]
id = "v"
name = "V"
projection = "p"
centre = [85, 42]
width_km = 2000
[[relief]]
id = "r"
source = "r.tif"
[[layer]]
id = "lines"
source = "corridors.geojson"
kind = "line"
style = "railway"
[[layer]]
id = "ports"
source = "ports.geojson"
kind = "point"
style = "port"
[[overlay]]
id = "trains"
kind = "ribbon"
name = "Trains"
measure = "trains"
scope = "through_port"
unit = "trains"
headline_series = "trains_horgos"
px_per_unit = { default = 0.001 }
[[overlay.section]]
id = "s"
path = [["A", "Urumqi", "Horgos"]]
series = "trains_horgos"
subject = "horgos"
[[overlay]]
id = "circles"
kind = "circle"
name = "Trains"
measure = "trains"
scope = "through_port"
unit = "trains"
area_px2_per_unit = 1
[[overlay.circle]]
subject = "horgos"
series = "trains_horgos"
)";

    void SetUp() override
    {
        folder.write("atlas.toml", kAtlas);
        write_tiff(folder.path() / "r.tif", {});
        folder.write("corridors.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"A.1","line":"A","from":"Urumqi","to":"Horgos"},"geometry":{"type":"LineString","coordinates":[[87,44],[80.4,44.2]]}}]})");
        folder.write("ports.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"horgos"},"geometry":{"type":"Point","coordinates":[80.4,44.2]}}]})");
        folder.write("sources.csv", "id,publisher,title,published_on,address,confidence\n"
                                    "s1,Xinhua,Horgos in 2024,2025-01-04,http://example.org,reported\n");
        folder.write("names.csv", "id,kind,en,zh,ru,kk,ug,source,review\nhorgos,port,Horgos,霍尔果斯,,,,CLDR,no\n");
        folder.write("facts.csv", std::string(FactFixture::kHeader) + kFact);
    }

    void change(const std::string& file, const std::string& from, const std::string& to)
    {
        std::ifstream in(folder.path() / file);
        std::string text((std::istreambuf_iterator<char>(in)), {});
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos);
        folder.write(file, text.replace(at, from.size(), to));
    }

    void expect_problem(data::ProblemLevel level, const std::string& says)
    {
        const auto report = data::validate_atlas(folder.path());
        const bool found = std::any_of(report.problems.begin(), report.problems.end(), [&](const data::Problem& p) {
            return p.level == level && p.text.find(says) != std::string::npos;
        });
        EXPECT_TRUE(found) << says << "\n" << data::validation_text(report);
        EXPECT_EQ(report.ok(), level == data::ProblemLevel::warning);
    }

    static constexpr const char* kFact = "f1,trains_horgos,port,horgos,trains,through_port,2024,2024-01-01,2024-12-31,"
                                         "full,2024,8730,trains,exact,s1,yes,a note\n";
    TempFolder folder;
};

TEST_F(SmallAtlas, IsValid)
{
    const auto report = data::validate_atlas(folder.path());
    EXPECT_EQ(data::validation_text(report), "valid: 1 facts from 1 sources in 1 series (0 conflicting, 0 partial "
                                             "years), 2 features in 2 layers\n");
    EXPECT_TRUE(nlohmann::json::parse(data::validation_json(report))["valid"].get<bool>());
}

TEST_F(SmallAtlas, OverlaysMayNotMixScopesOrUnits)
{
    change("facts.csv", "through_port", "registered");
    expect_problem(data::ProblemLevel::error, "has scope 'registered', the overlay 'through_port'");
}

TEST_F(SmallAtlas, UnitsMustMatch)
{
    change("facts.csv", "8730,trains", "8730,tonnes");
    expect_problem(data::ProblemLevel::error, "has unit 'tonnes', the overlay 'trains'");
}

TEST_F(SmallAtlas, SeriesMustExist)
{
    change("atlas.toml", "series = \"trains_horgos\"\nsubject", "series = \"trains_horgoss\"\nsubject");
    expect_problem(data::ProblemLevel::error, "section 's': series 'trains_horgoss' has no drawable fact");
}

TEST_F(SmallAtlas, PathsMustChain)
{
    change("atlas.toml", "\"Horgos\"]]", "\"Almaty\"]]");
    expect_problem(data::ProblemLevel::error, "section 's': line 'A' has no station 'Almaty'");
}

TEST_F(SmallAtlas, SubjectsMustExist)
{
    change("facts.csv", "port,horgos", "port,nowhere");
    expect_problem(data::ProblemLevel::error, "subject 'nowhere' is neither a feature");
}

TEST_F(SmallAtlas, SourcesMustExist)
{
    change("facts.csv", "exact,s1", "exact,s7");
    expect_problem(data::ProblemLevel::error, "facts.csv, line 2: source 's7' is not in sources.csv");
}

TEST_F(SmallAtlas, PreferredFiguresMustBeFacts)
{
    folder.write("atlas.toml", std::string(kAtlas) + "[[preferred]]\nseries = \"trains_horgos\"\nyear = 2024\n"
                                                     "value = \"8731\"\nreason = \"r\"\n");
    expect_problem(data::ProblemLevel::error, "no full-year fact says 8731");
}

TEST_F(SmallAtlas, MissingFilesAreNamed)
{
    std::filesystem::remove(folder.path() / "ports.geojson");
    std::filesystem::remove(folder.path() / "r.tif");
    expect_problem(data::ProblemLevel::error, "ports.geojson: no such file");
    expect_problem(data::ProblemLevel::error, "relief 'r'");
}

TEST_F(SmallAtlas, WhatIsNotTranslatedOrAwaitsReviewIsListed)
{
    auto toml = std::string("languages = [\"en\", \"kk\"]\n") + kAtlas;
    toml.replace(toml.find("name = \"V\""), 10, "name.en = \"V\"\nname.kk = \"К\"  # review\n");
    folder.write("atlas.toml", toml);
    const auto report = data::validate_atlas(folder.path());
    EXPECT_TRUE(report.ok()) << data::validation_text(report);
    const auto of = [&](const char* language, const std::string& where) {
        for (const auto& one : report.translations)
            if (one.language == language && one.where == where) return one;
        return data::Translation{};
    };
    EXPECT_TRUE(of("en", "atlas.toml").missing.empty());
    const auto kk = of("kk", "atlas.toml");
    EXPECT_EQ(kk.total, 5U); // title, projection, view, two overlays
    EXPECT_EQ(kk.missing.size(), 4U);
    EXPECT_EQ(kk.review, (std::vector<std::string>{"v.name.kk"}));
    const auto ports = of("kk", "names: port");
    EXPECT_EQ(ports.missing, (std::vector<std::string>{"Horgos"}));
    const auto text = data::validation_text(report);
    EXPECT_NE(text.find("untranslated: kk, names: port: 1 of 1, English is shown: Horgos"), std::string::npos) << text;
    EXPECT_NE(text.find("to review: kk, atlas.toml: 1 texts: v.name.kk"), std::string::npos) << text;
    const auto json = nlohmann::json::parse(data::validation_json(report));
    EXPECT_FALSE(json["translations"].empty());
}

TEST(Translations, InterfaceTextsAreHeldAgainstEnglish)
{
    TempFolder folder;
    folder.write("en.toml", "close = \"Close\"\n[unit]\ntrains = \"trains\"\n[plural.one]\ntrains = \"train\"\n");
    folder.write("kk.toml", "close = \"Жабу # review\"\n[unit]\n\"trains\" = \"пойыз\"  # review\n");
    folder.write("ug.toml", "close = \"\"\n");
    const auto found = data::interface_translations(folder.path(), {"kk", "ug"});
    ASSERT_TRUE(found) << found.error().text();
    EXPECT_EQ((*found)[0].total, 2U);
    EXPECT_TRUE((*found)[0].missing.empty());
    EXPECT_EQ((*found)[0].review, (std::vector<std::string>{"unit.trains"}));
    EXPECT_EQ((*found)[1].missing, (std::vector<std::string>{"close", "unit.trains"}));
    EXPECT_FALSE(data::interface_translations(folder.path(), {"xx"}));
}

TEST_F(SmallAtlas, InfoDescribesIt)
{
    const auto text = data::info_text(folder.path());
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("layer      lines (line): 1 features, 2 points, corridors.geojson"), std::string::npos)
        << *text;
    EXPECT_NE(text->find("relief     r: 4 x 2, 2 bands"), std::string::npos);
    EXPECT_NE(text->find("1 facts from 1 sources"), std::string::npos);
    const auto json = nlohmann::json::parse(data::info_json(folder.path()).value());
    EXPECT_EQ(json["overlays"][0]["id"], "trains");
    EXPECT_EQ(json["figures"]["facts"], 1);
    EXPECT_FALSE(data::info_text(folder.path() / "none"));
}

TEST_F(SmallAtlas, FactsComeWithTheirSources)
{
    const auto facts = data::load_facts(folder.path());
    ASSERT_TRUE(facts);
    EXPECT_EQ(data::facts_text(*facts, {}), "f1  Horgos, trains (through_port), 2024: 8,730 trains\n"
                                            "      Xinhua; Horgos in 2024; 2025-01-04; reported; http://example.org\n"
                                            "      note: a note\n1 of 1 facts\n");
    EXPECT_EQ(data::facts_text(*facts, {.subject = "kashgar"}), "0 of 1 facts\n");
    EXPECT_EQ(data::facts_text(*facts, {.year = 2023}), "0 of 1 facts\n");
    const auto json = nlohmann::json::parse(
        data::facts_json(*facts, {.measure = "trains", .scope = "through_port", .year = 2024}, "zh"));
    ASSERT_EQ(json.size(), 1U);
    EXPECT_EQ(json[0]["subject_name"], "霍尔果斯");
    EXPECT_EQ(json[0]["source"]["publisher"], "Xinhua");
    EXPECT_EQ(json[0]["value"], 8730);
}

} // namespace
