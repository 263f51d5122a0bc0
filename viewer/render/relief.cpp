#include "render/relief.hpp"
#include <algorithm>
#include <cmath>

namespace render {

namespace {

constexpr int kFadePixels = 40; ///< of the raster as it is in its file
/// A texel that covers more pixels than this shows the grid of bilinear filtering; the cubic one costs three times as
/// much.
constexpr double kSmoothFromPx = 1.6;
constexpr int kElevations = 256;
constexpr float kMetresPerStep = 32;

float fade_texels(const data::Raster& raster)
{
    return static_cast<float>(kFadePixels) / static_cast<float>(raster.reduction);
}

/// The median over the grid is too much work for a hint: the middle triangles tell.
float texel_size(const scene::ReliefMesh& mesh)
{
    const auto& index = mesh.indices;
    float smallest = 0;
    for (std::size_t at = 0; at + 2 < index.size(); at += 3 * std::max<std::size_t>(1, index.size() / 300)) {
        const auto& a = mesh.vertices[index[at]];
        const auto& b = mesh.vertices[index[at + 1]];
        const float texels = std::hypot((a.u - b.u) * static_cast<float>(mesh.raster->width),
                                        (a.v - b.v) * static_cast<float>(mesh.raster->height));
        if (texels <= 0) continue;
        const float size = std::hypot(a.x - b.x, a.y - b.y) / texels;
        smallest = smallest == 0 ? size : std::min(smallest, size);
    }
    return smallest;
}

std::array<std::uint8_t, 4> tint_at(const std::vector<scene::RampStop>& stops, float metres)
{
    const auto bytes = [](const scene::Color& c) {
        const auto byte = [](float v) {
            return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255));
        };
        return std::array<std::uint8_t, 4>{byte(c.r), byte(c.g), byte(c.b), 255};
    };
    if (stops.empty()) return bytes(scene::Color{});
    const auto above = std::find_if(stops.begin(), stops.end(), [&](const auto& stop) { return stop.metres > metres; });
    if (above == stops.begin()) return bytes(stops.front().color);
    if (above == stops.end()) return bytes(stops.back().color);
    const auto& low = *(above - 1);
    const float t = (metres - low.metres) / (above->metres - low.metres);
    const auto mix = [t](float a, float b) { return a + (b - a) * t; };
    return bytes(
        {mix(low.color.r, above->color.r), mix(low.color.g, above->color.g), mix(low.color.b, above->color.b), 1});
}

} // namespace

RasterTexture::RasterTexture(const data::Raster& picture, gpu::Counters& counters) : texture(counters)
{
    const bool sound = picture.bands == 2 && picture.width > 0 && picture.height > 0 &&
                       picture.pixels.size() >= static_cast<std::size_t>(picture.width) * picture.height * 2;
    if (sound) texture.create(picture.width, picture.height, 2, gpu::Filter::mipmap, picture.pixels.data());
}

ReliefBuffer::ReliefBuffer(const scene::ReliefMesh& mesh, gpu::Counters& counters)
    : vertices_(counters), indices_(counters), layout_(counters)
{
    using Vertex = scene::ReliefMesh::Vertex;
    const auto* picture = mesh.raster.get();
    const bool sound = picture != nullptr && picture->bands == 2 && picture->width > 0 && picture->height > 0 &&
                       std::all_of(mesh.indices.begin(), mesh.indices.end(),
                                   [&](std::uint32_t index) { return index < mesh.vertices.size(); });
    if (!sound) return;
    layout_.bind();
    vertices_.upload(GL_ARRAY_BUFFER, std::span<const Vertex>(mesh.vertices));
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Vertex), nullptr);
    upload_indices(mesh.indices);
    sound_ = true;
    texel_m = texel_size(mesh);
    fade = fade_texels(*picture);
}

void ReliefBuffer::upload_indices(const std::vector<std::uint32_t>& indices)
{
    layout_.bind();
    indices_.upload(GL_ELEMENT_ARRAY_BUFFER, std::span<const std::uint32_t>(indices));
    count_ = static_cast<GLsizei>(indices.size());
}

void ReliefBuffer::cover(const scene::ReliefMesh& mesh, const scene::ReliefMesh* above)
{
    const data::Raster* raster_above = above != nullptr ? above->raster.get() : nullptr;
    if (!sound_ || raster_above == above_) return;
    above_ = raster_above;
    if (above_ == nullptr) {
        upload_indices(mesh.indices);
        return;
    }
    const auto& own = *mesh.raster;
    const double edge = static_cast<double>(fade_texels(*above_)) + 1;
    const double lon_edge = (above_->lon_max - above_->lon_min) / above_->width * edge;
    const double lat_edge = (above_->lat_max - above_->lat_min) / above_->height * edge;
    const auto hidden = [&](std::uint32_t index) {
        const auto& corner = mesh.vertices[index];
        const double lon = own.lon_min + (own.lon_max - own.lon_min) * static_cast<double>(corner.u);
        const double lat = own.lat_max - (own.lat_max - own.lat_min) * static_cast<double>(corner.v);
        return lon > above_->lon_min + lon_edge && lon < above_->lon_max - lon_edge &&
               lat > above_->lat_min + lat_edge && lat < above_->lat_max - lat_edge;
    };
    std::vector<std::uint32_t> open;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (!(hidden(mesh.indices[i]) && hidden(mesh.indices[i + 1]) && hidden(mesh.indices[i + 2])))
            open.insert(open.end(), mesh.indices.begin() + static_cast<std::ptrdiff_t>(i),
                        mesh.indices.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    upload_indices(open);
}

void ReliefBuffer::draw(gpu::Counters& counters) const
{
    if (count_ == 0) return;
    layout_.bind();
    glDrawElements(GL_TRIANGLES, count_, GL_UNSIGNED_INT, nullptr);
    ++counters.draw_calls;
}

std::vector<std::uint8_t> ramp_texels(const scene::Theme& theme)
{
    std::vector<std::uint8_t> texels;
    texels.reserve(std::size_t{2} * kElevations * 4);
    for (const auto* stops : {&theme.relief_outside, &theme.relief_focus})
        for (int i = 0; i < kElevations; ++i) {
            const auto texel = tint_at(*stops, static_cast<float>(i) * kMetresPerStep);
            texels.insert(texels.end(), texel.begin(), texel.end());
        }
    return texels;
}

void draw_relief(const ReliefBuffer& relief, const gpu::Texture& ramp, Tint tint, bool edge_fade, float opacity,
                 const scene::Theme& theme, const Target& target, const Programs& programs, gpu::Counters& counters)
{
    if (relief.empty() || relief.raster == nullptr || relief.raster->width() == 0) return;
    const bool smooth = static_cast<double>(relief.texel_m) > kSmoothFromPx * target.view.metres_per_px;
    const gpu::Program& program = smooth ? programs.relief_smooth : programs.relief;
    program.use();
    target.view.apply(program);
    relief.raster->bind(0);
    ramp.bind(1);
    program.set("u_raster", 0);
    program.set("u_ramp", 1);
    program.set("u_texels", static_cast<float>(relief.raster->width()), static_cast<float>(relief.raster->height()));
    program.set("u_ramp_row", tint == Tint::outside ? 0 : 1);
    program.set("u_fade_texels", edge_fade ? relief.fade : 0.0F);
    program.set("u_opacity", opacity);
    const auto dark = theme.color("map.relief_dark"), light = theme.color("map.relief_light");
    program.set("u_dark", dark.r, dark.g, dark.b,
                theme.number("relief.dark_strength", theme.number("relief_dark_strength", 0.95F)));
    program.set("u_light", light.r, light.g, light.b,
                theme.number("relief.light_strength", theme.number("relief_light_strength", 0.55F)));
    // What hides the ground need not be mixed with it.
    const bool opaque = opacity >= 1 && !edge_fade;
    if (opaque) glDisable(GL_BLEND);
    relief.draw(counters);
    if (opaque) glEnable(GL_BLEND);
}

} // namespace render
