#pragma once
#include "sample_atlas.hpp"
#include "ui/panels.hpp"
#include <gtest/gtest.h>
#include <imgui.h>
#include <memory>

/// The panels on a stage: ImGui without a window, our own input, the real text engine.
class Stage : public testing::Test {
protected:
    Stage();
    ~Stage() override;

    void use(const std::string& theme, const std::string& language);
    void size(int width, int height, float scale = 1);
    /// One frame; what it emitted is in `out`.
    const ui::FrameOutput& frame();
    /// Presses and lets go at a place; actions of the whole gesture are in `acted`.
    void tap(float x, float y);
    /// The same in the middle of a control; fails when the control is not on screen.
    void tap(const std::string& control);
    void drag(const std::string& from, const std::string& to, int steps = 6);
    void key(int imgui_key, bool shift = false);

    [[nodiscard]] const ui::NamedRect* control(const std::string& name) const;
    [[nodiscard]] const ui::NamedRect* panel(const std::string& prefix) const;
    template <class A> [[nodiscard]] const A* last() const
    {
        for (auto it = acted.rbegin(); it != acted.rend(); ++it)
            if (const auto* action = std::get_if<A>(&*it)) return action;
        return nullptr;
    }

    scene::AppState state;
    data::Dataset dataset = sample::dataset();
    scene::Scene scene;
    std::shared_ptr<scene::Theme> theme;
    scene::Strings strings;
    std::vector<std::pair<std::string, std::string>> languages, themes;
    std::unique_ptr<text::Engine> engine;
    ImGuiContext* context = nullptr;
    ui::FrameOutput out;
    std::vector<scene::Action> acted;
    std::string pointer_text;
    const scene::SearchIndex* search = nullptr;
};
