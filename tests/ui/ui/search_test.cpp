#include "stage.hpp"

namespace {
std::string clipboard;
}

/// The search field on the real panels; what it emits is taken into the state as reduce would.
class SearchStage : public Stage {
protected:
    void SetUp() override
    {
        auto& io = ImGui::GetIO();
        io.SetClipboardTextFn = [](void*, const char* text) { clipboard = text; };
        io.GetClipboardTextFn = [](void*) { return clipboard.c_str(); };
        index_ = scene::SearchIndex(dataset);
        search = &index_;
    }
    void take()
    {
        for (const auto& action : out.actions) {
            if (const auto* typed = std::get_if<scene::SetSearch>(&action)) state.search = typed->text;
            if (const auto* open = std::get_if<scene::SetSearchOpen>(&action))
                state.search_open = open->open, state.search.clear();
        }
    }
    void open()
    {
        state.search_open = true;
        step();
    }
    void step() { frame(), take(); }
    void type(const char* utf8)
    {
        ImGui::GetIO().AddInputCharactersUTF8(utf8);
        step();
    }
    void press(int key, bool shift = false, bool ctrl = false)
    {
        auto& io = ImGui::GetIO();
        io.KeyShift = shift, io.KeyCtrl = ctrl;
        io.KeysDown[key] = true;
        acted.clear();
        step();
        io.KeysDown[key] = false;
        io.KeyShift = io.KeyCtrl = false;
        step();
    }
    scene::SearchIndex index_;
};

TEST_F(SearchStage, ATapOpensTheField)
{
    tap("search");
    ASSERT_NE(last<scene::SetSearchOpen>(), nullptr);
    EXPECT_TRUE(last<scene::SetSearchOpen>()->open);
}

TEST_F(SearchStage, TheKeyThatOpensItIsNotTyped)
{
    state.search_open = true;
    type("/hor");
    EXPECT_EQ(state.search, "hor");
    step();
    EXPECT_TRUE(ImGui::GetIO().WantTextInput) << "the map's own keys rest";
    EXPECT_GT(out.text_caret.h, 0);
}

TEST_F(SearchStage, TypingFindsAndEnterGoesThere)
{
    open();
    type("霍尔");
    step();
    ASSERT_NE(control("search/0"), nullptr);
    press(ImGuiKey_Enter);
    ASSERT_NE(last<scene::Select>(), nullptr);
    EXPECT_EQ(last<scene::Select>()->subject, "horgos");
    EXPECT_FALSE(state.search_open);
}

TEST_F(SearchStage, ArrowsWalkTheListAndATapChooses)
{
    open();
    type("r");
    step();
    ASSERT_NE(control("search/1"), nullptr);
    const auto hits = index_.find("r", "en");
    press(ImGuiKey_DownArrow);
    press(ImGuiKey_Enter);
    ASSERT_NE(last<scene::Select>(), nullptr);
    EXPECT_EQ(last<scene::Select>()->subject, hits[1].selection.subject);
    open();
    type("r");
    step();
    tap("search/0");
    ASSERT_NE(last<scene::Select>(), nullptr);
    EXPECT_EQ(last<scene::Select>()->subject, hits[0].selection.subject);
}

TEST_F(SearchStage, EscapeAndATapBesideClose)
{
    open();
    press(ImGuiKey_Escape);
    EXPECT_FALSE(state.search_open);
    open();
    type("hor");
    step();
    tap(900, 700);
    ASSERT_NE(last<scene::SetSearchOpen>(), nullptr);
    EXPECT_FALSE(last<scene::SetSearchOpen>()->open);
}

TEST_F(SearchStage, KeysEditTheText)
{
    open();
    type("Horgos");
    press(ImGuiKey_Backspace);
    EXPECT_EQ(state.search, "Horgo");
    press(ImGuiKey_Home);
    press(ImGuiKey_Delete);
    EXPECT_EQ(state.search, "orgo");
    press(ImGuiKey_RightArrow, true);
    press(ImGuiKey_RightArrow, true);
    press(ImGuiKey_X, false, true);
    EXPECT_EQ(state.search, "go");
    EXPECT_EQ(clipboard, "or");
    press(ImGuiKey_End);
    press(ImGuiKey_V, false, true);
    EXPECT_EQ(state.search, "goor");
    press(ImGuiKey_A, false, true);
    type("ق");
    EXPECT_EQ(state.search, "ق");
}

TEST_F(SearchStage, UyghurIsTypedFromTheRight)
{
    use("dusk", "ug");
    open();
    type("قەشقەر");
    step();
    const float end = out.text_caret.x;
    press(ImGuiKey_Home);
    EXPECT_GT(out.text_caret.x, end) << "the beginning is on the right";
    press(ImGuiKey_LeftArrow);
    press(ImGuiKey_Backspace);
    EXPECT_EQ(state.search, "ەشقەر");
}

TEST_F(SearchStage, ALongTextScrollsWithTheCaret)
{
    open();
    const std::string longer(120, 'w');
    type(longer.c_str());
    step();
    const auto field = control("search")->rect;
    EXPECT_LE(out.text_caret.x, field.x + field.w);
    press(ImGuiKey_Home);
    EXPECT_GE(out.text_caret.x, field.x);
}

TEST_F(SearchStage, InANarrowWindowTheFieldOpensBelowTheBar)
{
    size(800, 600);
    tap("search");
    ASSERT_NE(last<scene::SetSearchOpen>(), nullptr);
    open();
    step();
    type("hor");
    step();
    ASSERT_NE(control("search"), nullptr);
    EXPECT_GT(control("search")->rect.y, 56);
    EXPECT_EQ(state.search, "hor");
}
