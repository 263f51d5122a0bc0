#include "stage.hpp"
#include <filesystem>

namespace {
const std::filesystem::path kAssets = std::filesystem::path(ATLAS_SOURCE_DIR) / "assets";
}

Stage::Stage()
{
    context = ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#if IMGUI_VERSION_NUM < 18700
    for (int i = 0; i < ImGuiKey_COUNT; ++i) io.KeyMap[i] = i;
#endif
    auto opened = text::Engine::open(kAssets / "fonts");
    if (!opened) throw std::runtime_error(opened.error().text());
    engine = std::move(*opened);
    languages = {{"en", "English"}, {"zh", "中文"}, {"ru", "Русский"}, {"kk", "Қазақша"}, {"ug", "ئۇيغۇرچە"}};
    themes = {{"dusk", "Dusk"}, {"paper", "Paper"}, {"contrast", "High contrast"}};
    state.view = "corridors", state.projection = "corridors", state.overlay = "rail";
    scene.px_per_unit = 0.0014;
    use("dusk", "en");
    size(1920, 1080);
}

Stage::~Stage() { ImGui::DestroyContext(context); }

void Stage::use(const std::string& theme_id, const std::string& language)
{
    auto loaded = scene::load_theme(kAssets / "themes", theme_id);
    if (!loaded) throw std::runtime_error(loaded.error().text());
    theme = std::make_shared<scene::Theme>(std::move(*loaded));
    auto texts = scene::load_strings(kAssets / "lang", language);
    if (!texts) throw std::runtime_error(texts.error().text());
    strings = std::move(*texts);
    state.theme = theme_id;
    state.language = language;
    ui::apply_style(*theme, state.viewport.scale);
}

void Stage::size(int width, int height, float scale)
{
    state.viewport = {width, height, scale};
    ImGui::GetIO().DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    ui::apply_style(*theme, scale);
}

const ui::FrameOutput& Stage::frame()
{
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    const ui::FrameInput input{.state = state,
                               .dataset = dataset,
                               .scene = scene,
                               .theme = *theme,
                               .strings = strings,
                               .languages = languages,
                               .themes = themes,
                               .text = *engine,
                               .glyph_texture = 2,
                               .ground_metres_per_px = 5900,
                               .pointer_text = pointer_text,
                               .search = search};
    out = ui::draw_panels(input);
    ImGui::Render();
    acted.insert(acted.end(), out.actions.begin(), out.actions.end());
    return out;
}

void Stage::tap(float x, float y)
{
    acted.clear();
    auto& io = ImGui::GetIO();
    io.MousePos = ImVec2(x, y);
    frame();
    io.MouseDown[0] = true;
    frame();
    io.MouseDown[0] = false;
    frame();
    io.MousePos = ImVec2(-1000, -1000); // a finger leaves no pointer behind
    frame();
}

void Stage::tap(const std::string& name)
{
    frame();
    const auto* found = control(name);
    ASSERT_NE(found, nullptr) << name << " is not on screen";
    tap(found->rect.x + found->rect.w / 2, found->rect.y + found->rect.h / 2);
}

void Stage::drag(const std::string& from, const std::string& to, int steps)
{
    frame();
    const auto* start = control(from);
    const auto* end = control(to);
    ASSERT_TRUE(start && end);
    const geo::Rect a = start->rect, b = end->rect;
    acted.clear();
    auto& io = ImGui::GetIO();
    io.MousePos = ImVec2(a.x + a.w / 2, a.y + a.h / 2);
    frame();
    io.MouseDown[0] = true;
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps);
        io.MousePos = ImVec2(a.x + a.w / 2 + t * (b.x + b.w / 2 - a.x - a.w / 2),
                             a.y + a.h / 2 + t * (b.y + b.h / 2 - a.y - a.h / 2));
        frame();
    }
    io.MouseDown[0] = false;
    frame();
}

void Stage::key(int imgui_key, bool shift)
{
    acted.clear();
    auto& io = ImGui::GetIO();
    io.KeyShift = shift;
    io.KeysDown[imgui_key] = true;
    frame();
    io.KeysDown[imgui_key] = false;
    io.KeyShift = false;
    frame();
}

const ui::NamedRect* Stage::control(const std::string& name) const
{
    for (const auto& c : out.controls)
        if (c.name == name) return &c;
    return nullptr;
}

const ui::NamedRect* Stage::panel(const std::string& prefix) const
{
    for (const auto& p : out.panels)
        if (p.name.rfind(prefix, 0) == 0) return &p;
    return nullptr;
}
