#pragma once
#include "base/result.hpp"
#include "render/kept_picture.hpp"
#include "scene/scene.hpp"
#include "text/engine.hpp"
#include <cstdint>
#include <filesystem>
#include <memory>

/// Scene -> draw calls. Main thread, current OpenGL 3.3 core context.
namespace render {

struct Metrics {
    std::uint64_t draw_calls = 0;     ///< of the last frame
    std::uint64_t bytes_uploaded = 0; ///< ever: meshes, textures, glyphs; a year change adds none
    std::uint64_t glyph_bytes = 0;    ///< the part of them that is pictures of glyphs
    std::uint64_t bytes_streamed = 0; ///< of the last frame: label and leader quads
    std::uint64_t base_redraws = 0;   ///< ever: how often the static map was drawn anew
    std::uint64_t gl_errors = 0;      ///< ever, from the debug callback or glGetError
    std::uint64_t gpu_objects = 0;    ///< alive
};

class Renderer {
public:
    /// `shader_folder`: files there win over the embedded ones; empty = embedded only. Error names shader, line and
    /// log.
    static base::Result<std::unique_ptr<Renderer>> create(const std::filesystem::path& shader_folder = {});
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Uploads the glyphs that were shaped since the last sync; sync() does it too.
    void sync_glyphs(text::Engine& text);
    /// Uploads what changed (by pointer) and frees what is gone.
    void sync(const scene::Scene& scene, text::Engine& text);
    /// Draws into `framebuffer` (0 = window) of the scene's camera size. When `settled` is false (the hand is still
    /// moving) the static map may be shown from the cached texture, shifted and scaled, instead of drawn anew;
    /// returns true when what is shown is sharp.
    bool draw(const scene::Scene& scene, unsigned framebuffer, bool settled);

    /// The only renderer of its scenes: the CPU's copy of a relief is freed once it is on the GPU.
    void own_rasters();
    /// For a picture that will not move: draws nothing beyond its edges.
    void draw_no_margin();

    /// For a panel that stands still over a moving map. Must go before the renderer does.
    [[nodiscard]] std::unique_ptr<KeptPicture> make_kept_picture();
    /// GL texture of the glyph atlas, sampled as (1,1,1,coverage): usable as ImTextureID.
    [[nodiscard]] unsigned glyph_texture() const;
    [[nodiscard]] const Metrics& metrics() const;
    /// Recompiles shaders from the folder; on failure keeps the running ones and returns the log.
    base::Result<void> reload_shaders();

private:
    Renderer();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace render
