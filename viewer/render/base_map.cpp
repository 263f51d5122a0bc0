#include "render/base_map.hpp"
#include "geo/geodesic.hpp"
#include <array>
#include <cmath>

namespace render {

namespace {

/// A shift this close to whole pixels is taken as whole: two pictures of one place must not depend on how one got
/// there.
constexpr double kWholePx = 0.02;

int round_to_int(double v) { return static_cast<int>(std::lround(v)); }

/// Copies from a texture to a target; rectangles in pixels from the top left, turned over for OpenGL.
void copy(const gpu::Framebuffer& from, double scale, double offset_x, double offset_y, unsigned to, int to_width,
          int to_height)
{
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    if (scale == 1.0) {
        const int x = round_to_int(offset_x), y = round_to_int(offset_y);
        const int left = std::max(0, x), right = std::min(to_width, x + from.width());
        const int top = std::max(0, y), bottom = std::min(to_height, y + from.height());
        if (left >= right || top >= bottom) return;
        glBlitFramebuffer(left - x, from.height() - (bottom - y), right - x, from.height() - (top - y), left,
                          to_height - bottom, right, to_height - top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
        return;
    }
    const int left = round_to_int(offset_x), right = round_to_int(offset_x + from.width() * scale);
    const int top = round_to_int(offset_y), bottom = round_to_int(offset_y + from.height() * scale);
    glBlitFramebuffer(0, 0, from.width(), from.height(), left, to_height - bottom, right, to_height - top,
                      GL_COLOR_BUFFER_BIT, GL_LINEAR);
}

} // namespace

namespace {

const void* content_of(const scene::MapGeometry* geometry)
{
    return geometry != nullptr && geometry->content ? geometry->content.get() : geometry;
}

/// What the layers are projected for, which on a globe may be another turn of it than the scene's.
std::shared_ptr<const geo::Projection> plane_of_layers(const scene::Scene& scene)
{
    if (!scene.plane || !scene.geometry || !scene.geometry->centre || *scene.geometry->centre == scene.plane->centre())
        return scene.plane;
    return std::make_shared<const geo::Projection>(scene.plane->turned_to(*scene.geometry->centre));
}

} // namespace

base::Result<bool> BaseMap::show(const scene::Scene& scene, unsigned framebuffer, bool settled, StaticMap& map,
                                 const Programs& programs)
{
    const bool turned = scene.plane && scene.plane->turns() && plane_of_layers(scene) != scene.plane;
    base::Result<bool> sharp = false;
    if (!turned)
        sharp = show_flat(scene, framebuffer, settled, map, programs);
    else if (auto shown = show_turning(scene, framebuffer, map, programs); !shown)
        sharp = tl::unexpected(shown.error());
    glViewport(0, 0, scene.camera.width_px, scene.camera.height_px);
    if (sharp) sphere_.draw_limb(scene, programs, counters_);
    return sharp;
}

base::Result<void> BaseMap::show_turning(const scene::Scene& scene, unsigned framebuffer, StaticMap& map,
                                         const Programs& programs)
{
    const auto layers = plane_of_layers(scene);
    const auto apart_px = [&](const geo::Projection& a, const geo::Projection& b) {
        return geo::geodesic_distance_m(a.centre(), b.centre()) / scene.camera.metres_per_px;
    };
    const bool usable = valid_ && plane_ && plane_->turns() && key_ == scene.base_key && theme_ == scene.theme &&
                        camera_.width_px == scene.camera.width_px && camera_.height_px == scene.camera.height_px;
    const double zoomed = camera_.metres_per_px / scene.camera.metres_per_px;
    // A picture turned this far is stretched, and its rim is missing; a newer one is made when the layers are nearer.
    constexpr double kStalePx = 160;
    const bool stale = usable && (zoomed > 4 || zoomed < 0.4 ||
                                  (apart_px(*plane_, *scene.plane) > kStalePx &&
                                   apart_px(*layers, *scene.plane) < 0.7 * apart_px(*plane_, *scene.plane)));
    if (!usable || stale)
        if (auto done = redraw(scene, map, programs); !done) return done;
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, scene.camera.width_px, scene.camera.height_px);
    const auto space = scene.theme->color("map.space");
    glClearColor(space.r, space.g, space.b, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    Warp::Look look;
    look.ground = scene.theme->color("map.sea");
    look.margin_px = margin_;
    look.width_px = scene.camera.width_px;
    look.height_px = scene.camera.height_px;
    warp_.draw(surface_, scene::turned_globe(*plane_, camera_, *scene.plane, scene.camera), look, programs, counters_);
    return {};
}

bool BaseMap::same_content(const scene::Scene& scene, StaticMap& map) const
{
    return valid_ && key_ == scene.base_key && content_of(geometry_.get()) == content_of(scene.geometry.get()) &&
           theme_ == scene.theme && camera_.width_px == scene.camera.width_px &&
           camera_.height_px == scene.camera.height_px && !map.differs(scene, year_, scene.year);
}

BaseMap::Mapping BaseMap::mapping(const scene::Scene& scene) const
{
    Mapping m;
    const auto& now = scene.camera;
    m.scale = camera_.metres_per_px / now.metres_per_px;
    if (std::abs(m.scale - 1) < 1e-9) m.scale = 1;
    const double at_x = static_cast<double>(now.centre_px.x) + (camera_.centre.x - now.centre.x) / now.metres_per_px;
    const double at_y = static_cast<double>(now.centre_px.y) - (camera_.centre.y - now.centre.y) / now.metres_per_px;
    m.x = at_x - static_cast<double>(camera_.centre_px.x + static_cast<float>(margin_)) * m.scale;
    m.y = at_y - static_cast<double>(camera_.centre_px.y + static_cast<float>(margin_)) * m.scale;
    if (m.scale == 1) {
        m.whole = std::abs(m.x - std::round(m.x)) < kWholePx && std::abs(m.y - std::round(m.y)) < kWholePx;
        m.x = std::round(m.x);
        m.y = std::round(m.y);
    }
    return m;
}

bool BaseMap::covers(const Mapping& m, const scene::Scene& scene) const
{
    return m.x <= 0 && m.y <= 0 && m.x + surface_.width() * m.scale >= scene.camera.width_px &&
           m.y + surface_.height() * m.scale >= scene.camera.height_px;
}

base::Result<bool> BaseMap::show_flat(const scene::Scene& scene, unsigned framebuffer, bool settled, StaticMap& map,
                                      const Programs& programs)
{
    bool fresh = !same_content(scene, map);
    Mapping m = fresh ? Mapping{} : mapping(scene);
    // A level of detail that has arrived since, or that the scale now asks for.
    if (settled && !(m.whole && sharp_ && meshes_ == StaticMap::meshes(scene))) fresh = true;
    // Scaled far up or down, little of the old picture is of use.
    if (m.scale > 8 || m.scale < 0.5) fresh = true;
    if (fresh) {
        if (auto done = redraw(scene, map, programs); !done) return tl::unexpected(done.error());
        m = mapping(scene);
    } else {
        geometry_ = scene.geometry; // the same content: what it replaces need not be kept
    }
    if (!fresh && !covers(m, scene)) {
        if (auto done = extend(scene, m, map, programs); !done) return tl::unexpected(done.error());
        m = mapping(scene);
    }
    copy(surface_, m.scale, m.x, m.y, framebuffer, scene.camera.width_px, scene.camera.height_px);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    return m.whole && sharp_;
}

base::Result<void> BaseMap::make_surface(gpu::Framebuffer& surface, const scene::Scene& scene) const
{
    const int width = scene.camera.width_px + 2 * wanted_margin_, height = scene.camera.height_px + 2 * wanted_margin_;
    if (surface.id() != 0 && surface.width() == width && surface.height() == height) return {};
    auto made = gpu::Framebuffer::create(width, height, counters_);
    if (!made) return tl::unexpected(made.error());
    surface = std::move(*made);
    return {};
}

void BaseMap::draw_part(const scene::Scene& scene, const geo::Rect& px, StaticMap& map, const Programs& programs)
{
    Target target{View::of(camera_, scene.geometry ? scene.geometry->origin : geo::Projected{}, margin_), px,
                  static_cast<float>(scene.year)};
    glBindFramebuffer(GL_FRAMEBUFFER, surface_.id());
    glViewport(0, 0, surface_.width(), surface_.height());
    glEnable(GL_SCISSOR_TEST);
    glScissor(round_to_int(px.x), surface_.height() - round_to_int(px.y + px.h), round_to_int(px.w),
              round_to_int(px.h));
    map.draw(scene, target, programs);
    glDisable(GL_SCISSOR_TEST);
}

base::Result<void> BaseMap::redraw(const scene::Scene& scene, StaticMap& map, const Programs& programs)
{
    valid_ = false;
    if (auto made = make_surface(surface_, scene); !made) return made;
    camera_ = scene.camera;
    margin_ = wanted_margin_;
    year_ = scene.year;
    key_ = scene.base_key;
    geometry_ = scene.geometry;
    plane_ = plane_of_layers(scene);
    meshes_ = StaticMap::meshes(scene);
    theme_ = scene.theme;
    draw_part(scene, {0, 0, static_cast<float>(surface_.width()), static_cast<float>(surface_.height())}, map,
              programs);
    valid_ = sharp_ = true;
    ++redraws_;
    return {};
}

base::Result<void> BaseMap::extend(const scene::Scene& scene, const Mapping& m, StaticMap& map,
                                   const Programs& programs)
{
    if (auto made = make_surface(spare_, scene); !made) return made;
    // The new texture keeps the old one's pixel grid when only panned, so that what is copied stays sharp.
    scene::CameraView camera = scene.camera;
    if (m.scale == 1) {
        const double x = static_cast<double>(camera_.centre_px.x + static_cast<float>(margin_)) + m.x;
        const double y = static_cast<double>(camera_.centre_px.y + static_cast<float>(margin_)) + m.y;
        camera.centre = {camera_.centre.x - (x - static_cast<double>(camera.centre_px.x)) * camera.metres_per_px,
                         camera_.centre.y + (y - static_cast<double>(camera.centre_px.y)) * camera.metres_per_px};
    }
    const double left = m.x + wanted_margin_, top = m.y + wanted_margin_;
    const float width = static_cast<float>(spare_.width()), height = static_cast<float>(spare_.height());
    copy(surface_, m.scale, left, top, spare_.id(), spare_.width(), spare_.height());
    const auto within = [](double v, float limit) { return std::clamp(static_cast<float>(v), 0.0F, limit); };
    const float x0 = within(std::ceil(left), width), y0 = within(std::ceil(top), height);
    const float x1 = within(std::floor(left + surface_.width() * m.scale), width);
    const float y1 = within(std::floor(top + surface_.height() * m.scale), height);
    std::swap(surface_, spare_);
    camera_ = camera;
    margin_ = wanted_margin_;
    sharp_ = sharp_ && m.scale == 1;
    if (x0 >= x1 || y0 >= y1) return redraw(scene, map, programs);
    const std::array<geo::Rect, 4> strips = {geo::Rect{0, 0, width, y0}, geo::Rect{0, y1, width, height - y1},
                                             geo::Rect{0, y0, x0, y1 - y0}, geo::Rect{x1, y0, width - x1, y1 - y0}};
    for (const auto& strip : strips)
        if (strip.w >= 1 && strip.h >= 1) draw_part(scene, strip, map, programs);
    return {};
}

} // namespace render
