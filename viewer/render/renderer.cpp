#include "render/renderer.hpp"
#include "base/log.hpp"
#include "gpu/debug_messages.hpp"
#include "render/base_map.hpp"
#include "render/circles.hpp"
#include "render/glyph_texture.hpp"
#include "render/leaders.hpp"
#include "render/morph.hpp"
#include "render/ribbons.hpp"
#include "render/symbols.hpp"

namespace render {

namespace {

/// Every mesh of a geometry: kept on the GPU as long as the geometry is shown, whatever the camera needs just now.
std::unordered_set<const void*> meshes_of(const scene::MapGeometry& geometry)
{
    std::unordered_set<const void*> meshes;
    for (const auto& [id, layer] : geometry.layers)
        for (const auto& level : layer.levels) {
            meshes.insert(level.lines.get());
            meshes.insert(level.areas.get());
        }
    for (const auto& ribbon : geometry.ribbons)
        for (const auto& level : ribbon.levels) meshes.insert(level.lines.get());
    for (const auto& [id, relief] : geometry.reliefs) {
        meshes.insert(relief.get());
        meshes.insert(relief ? relief->raster.get() : nullptr);
    }
    meshes.insert(geometry.world.get());
    meshes.insert(geometry.world_edge.get());
    for (const auto* mesh :
         {&geometry.graticule_30, &geometry.graticule_10, &geometry.graticule_5, &geometry.graticule_1})
        meshes.insert(mesh->get());
    return meshes;
}

/// The state that every pass here starts from, whoever drew before (the panels share the context).
void reset_state()
{
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilMask(0xFF);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
}

} // namespace

struct Renderer::Impl {
    explicit Impl(const std::filesystem::path& shader_folder)
        : library(shader_folder), messages(counters), map(counters), base(counters), circles(counters),
          symbols(counters), quads(counters), glyphs(counters), labels(counters), leaders(counters), morph(counters)
    {
    }

    gpu::Counters counters; // first: everything below counts in it
    gpu::ShaderLibrary library;
    gpu::DebugMessages messages;
    Programs programs;
    StaticMap map;
    BaseMap base;
    RibbonBuffers ribbons;
    Circles circles;
    Symbols symbols;
    QuadIndices quads;
    GlyphTexture glyphs;
    Labels labels;
    Leaders leaders;
    Morph morph;
    scene::Scene shown; ///< last, without its labels: what a change of projection starts from
    std::shared_ptr<const scene::MapGeometry> geometry;
    std::unordered_set<const void*> geometry_meshes;
    bool surface_failed = false;
    Metrics metrics;
    std::uint64_t glyph_bytes = 0;

    /// Everything that lies on the map; labels and leaders stand above it.
    bool paint(const scene::Scene& scene, unsigned framebuffer, bool settled)
    {
        bool sharp = true;
        if (auto done = base.show(scene, framebuffer, settled, map, programs)) {
            sharp = *done;
            surface_failed = false;
        } else if (!std::exchange(surface_failed, true)) {
            base::log(base::Severity::error, done.error().text());
        }
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glViewport(0, 0, scene.camera.width_px, scene.camera.height_px);
        if (!scene.geometry) return sharp;
        const View view = View::of(scene.camera, scene.geometry->origin);
        draw_ribbons(scene, view, ribbons, programs, counters);
        circles.draw(scene, view, programs, counters);
        symbols.sync(scene.symbols);
        symbols.draw(scene, view, programs, counters);
        return sharp;
    }

    void collect()
    {
        metrics.draw_calls = counters.draw_calls;
        metrics.bytes_uploaded = counters.bytes_uploaded;
        metrics.glyph_bytes = glyph_bytes;
        metrics.bytes_streamed = counters.bytes_streamed;
        metrics.base_redraws = base.redraws();
        metrics.gl_errors = counters.errors;
        metrics.gpu_objects = counters.objects;
    }
};

Renderer::Renderer() = default;
Renderer::~Renderer() = default;

base::Result<std::unique_ptr<Renderer>> Renderer::create(const std::filesystem::path& shader_folder)
{
    if (epoxy_gl_version() < 33)
        return base::fail("OpenGL 3.3 is needed, this context has " + std::to_string(epoxy_gl_version() / 10) + "." +
                              std::to_string(epoxy_gl_version() % 10),
                          {}, "update the graphics driver, or run with LIBGL_ALWAYS_SOFTWARE=1");
    std::unique_ptr<Renderer> renderer(new Renderer);
    renderer->impl_ = std::make_unique<Impl>(shader_folder);
    if (auto loaded = renderer->reload_shaders(); !loaded) return tl::unexpected(loaded.error());
    return renderer;
}

base::Result<void> Renderer::reload_shaders()
{
    auto loaded = Programs::load(impl_->library, impl_->counters);
    impl_->collect();
    if (!loaded) return tl::unexpected(loaded.error());
    impl_->programs = std::move(*loaded);
    impl_->base.forget();
    impl_->collect();
    return {};
}

void Renderer::sync_glyphs(text::Engine& text)
{
    Impl& my = *impl_;
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0); // the panels' backend may have left it set
    const auto before = my.counters.bytes_uploaded;
    my.glyphs.sync(text);
    my.glyph_bytes += my.counters.bytes_uploaded - before;
    my.collect();
}

void Renderer::sync(const scene::Scene& scene, text::Engine& text)
{
    Impl& my = *impl_;
    sync_glyphs(text);
    my.symbols.sync(scene.symbols);
    my.map.begin_sync();
    my.ribbons.forget_use();
    if (scene.geometry && scene.theme) {
        my.map.sync(scene);
        for (const auto& ribbon : scene.ribbons)
            if (ribbon.mesh) my.ribbons.get(ribbon.mesh, scene.camera.metres_per_px, my.counters);
    }
    if (scene.geometry != my.geometry) {
        my.geometry = scene.geometry;
        my.geometry_meshes = scene.geometry ? meshes_of(*scene.geometry) : std::unordered_set<const void*>{};
    }
    my.map.sweep(my.geometry_meshes);
    my.ribbons.sweep(my.geometry_meshes);
    my.collect();
}

bool Renderer::draw(const scene::Scene& scene, unsigned framebuffer, bool settled)
{
    Impl& my = *impl_;
    my.counters.draw_calls = 0;
    my.counters.bytes_streamed = 0;
    if (scene.camera.width_px <= 0 || scene.camera.height_px <= 0 || !scene.theme) return true;
    reset_state();
    bool sharp = true;
    if (!scene.morph) my.morph.end();
    if (scene.morph && my.morph.ready_for(scene)) {
        my.morph.draw(scene, framebuffer, my.programs);
    } else if (scene.morph && my.shown.geometry && my.shown.camera.width_px == scene.camera.width_px &&
               my.shown.camera.height_px == scene.camera.height_px) {
        if (auto begun = my.morph.begin(scene, my.shown, [&](const auto& s, unsigned to) { my.paint(s, to, true); });
            !begun)
            base::log(base::Severity::error, begun.error().text());
        my.morph.draw(scene, framebuffer, my.programs);
    } else {
        sharp = my.paint(scene, framebuffer, settled);
    }
    if (!scene.morph) {
        my.shown = scene;
        my.shown.labels.clear();
        my.shown.leaders.clear();
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, scene.camera.width_px, scene.camera.height_px);
    if (scene.geometry) {
        const View view = View::of(scene.camera, scene.geometry->origin);
        my.leaders.draw(scene, view, my.quads, my.programs, my.counters);
        my.labels.draw(scene.labels, view, my.glyphs.texture(), my.quads, my.programs, my.counters);
    }
    glBindVertexArray(0);
    glUseProgram(0);
    glActiveTexture(GL_TEXTURE0);
    my.messages.check();
    my.collect();
    return sharp;
}

std::unique_ptr<KeptPicture> Renderer::make_kept_picture()
{
    return std::make_unique<KeptPicture>(impl_->counters, impl_->programs);
}
void Renderer::own_rasters() { impl_->map.own_rasters(); }
void Renderer::draw_no_margin() { impl_->base.set_margin(0); }
unsigned Renderer::glyph_texture() const { return impl_->glyphs.texture().id(); }
const Metrics& Renderer::metrics() const { return impl_->metrics; }

} // namespace render
