#pragma once
#include "gpu/buffer.hpp"
#include "render/programs.hpp"
#include "render/view.hpp"

namespace render {

/// Point symbols; the list is uploaded when its pointer changes, never for another year or camera.
class Symbols {
public:
    explicit Symbols(gpu::Counters& counters);
    void sync(const std::shared_ptr<const std::vector<scene::SymbolInstance>>& symbols);
    void draw(const scene::Scene& scene, const View& view, const Programs& programs, gpu::Counters& counters);

private:
    gpu::Buffer buffer_;
    gpu::VertexArray layout_;
    std::shared_ptr<const std::vector<scene::SymbolInstance>> uploaded_;
};

} // namespace render
