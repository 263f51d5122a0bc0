#include "app/print_export.hpp"
#include "base/log.hpp"
#include "data/raster.hpp"
#include "print/page.hpp"
#include "print/write_pdf.hpp"
#include "print/write_svg.hpp"
#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double kGroundPxPerUnit = 2.5, kLargestGround = 4096; ///< 240 dots an inch; the relief has no more to give
constexpr int kGroundQuality = 92;

bool ends_with(const std::string& text, const std::string& end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// The state of the page's map: what the window shows of the world must all be in it.
scene::AppState on_page(const Session& session, const print::PageLayout& layout, double width, double height)
{
    scene::AppState state = session.state();
    const float scale = state.viewport.scale / static_cast<float>(layout.map_scale); // device pixels a unit
    const auto px = [scale](const geo::Rect& r) {
        return geo::Rect{r.x * scale, r.y * scale, r.w * scale, r.h * scale};
    };
    const geo::Rect seen = state.free_rect, map = px(layout.map);
    if (const auto framed = session.untouched_view(map))
        state.camera = *framed; // a view fills its page as it fills a window
    else if (seen.w > 0 && seen.h > 0)
        state.camera.metres_per_px *= static_cast<double>(std::max(seen.w / map.w, seen.h / map.h));
    state.viewport.width_px = static_cast<int>(std::lround(width * static_cast<double>(scale)));
    state.viewport.height_px = static_cast<int>(std::lround(height * static_cast<double>(scale)));
    state.free_rect = map;
    const auto w = static_cast<float>(state.viewport.width_px), h = static_cast<float>(state.viewport.height_px);
    state.covered = {{0, 0, w, map.y},
                     {0, map.y + map.h, w, h - map.y - map.h},
                     {0, map.y, map.x, map.h},
                     {map.x + map.w, map.y, w - map.x - map.w, map.h}};
    state.chrome_visible = false;
    state.selection.reset();
    state.motion = {};
    return state;
}

base::Result<print::Image> ground_of(Session& session, Stage& stage, const scene::Scene& scene,
                                     const print::PageLayout& layout)
{
    const auto fine = static_cast<float>(layout.map_scale);
    const geo::Rect map{layout.map.x / fine, layout.map.y / fine, layout.map.w / fine, layout.map.h / fine};
    const double longest = static_cast<double>(std::max(map.w, map.h));
    const double px_per_unit = std::min(kGroundPxPerUnit, kLargestGround / longest);
    auto pixels = stage.draw_ground(session, scene, map, px_per_unit / static_cast<double>(scene.scale));
    if (!pixels) return tl::unexpected(pixels.error());
    print::Image image;
    image.place = map;
    image.width = pixels->width;
    image.height = pixels->height;
    auto jpeg = data::encode_jpeg(image.width, image.height, pixels->rgb.data(), kGroundQuality);
    if (!jpeg) return tl::unexpected(jpeg.error());
    image.jpeg = std::move(*jpeg);
    return image;
}

} // namespace

bool is_page_file(const std::string& file) { return ends_with(file, ".svg") || ends_with(file, ".pdf"); }

base::Result<void> export_page(Session& session, Stage& stage, const std::string& file,
                               const std::optional<PageSize>& page_mm, bool map_only)
{
    if (!is_page_file(file))
        return base::fail("a page is written as .svg or .pdf", file, "end its name in one of them");
    const auto& state = session.state();
    const double scale = static_cast<double>(state.viewport.scale);
    const double width = page_mm ? page_mm->width_mm / print::kMmPerUnit : state.viewport.width_px / scale,
                 height = page_mm ? page_mm->height_mm / print::kMmPerUnit : state.viewport.height_px / scale;
    if (print::dark_page(session.theme()))
        base::log(base::Severity::info, "the theme '" + session.theme().id +
                                            "' makes a dark page; '--theme paper' is the one made for printing");
    const print::PageInput shown{state,  session.dataset(), session.theme(), session.strings(), session.text(), width,
                                 height, map_only};
    scene::AppState page_state;
    scene::Scene scene;
    print::PageLayout layout;
    constexpr int kTries = 3; // a figure that the map turns out to show makes the notes longer and the map smaller
    for (int i = 0; i < kTries; ++i) {
        auto planned = print::plan_page(shown, i > 0 ? &scene : nullptr);
        if (!planned) return base::within(file, planned.error());
        layout = std::move(*planned);
        page_state = on_page(session, layout, width, height);
        scene = session.build_apart(page_state);
        if (!scene.geometry) return base::fail("the map is not loaded", file);
        if (print::names_all_sources(shown, layout, scene)) break;
    }
    std::optional<print::Image> ground;
    if (!scene.reliefs.empty() || !scene.focus_layer.empty()) {
        auto drawn = ground_of(session, stage, scene, layout);
        if (!drawn) return base::within(file, drawn.error());
        ground = std::move(*drawn);
    }
    const print::PageInput in{page_state, session.dataset(), session.theme(), session.strings(), session.text(), width,
                              height,     map_only};
    const double ground_m =
        session.ground_metres_per_unit() * page_state.camera.metres_per_px * scale / layout.map_scale;
    const auto drawing = print::compose_page(in, layout, scene, ground ? &*ground : nullptr, ground_m);
    return ends_with(file, ".pdf") ? print::write_pdf(drawing, file) : print::write_svg(drawing, file);
}

} // namespace app
