#pragma once
#include "print/page.hpp"

namespace print {

/// Below each other: widths or areas of the overlay, the states on this page, the layers shown. Returns the y below.
double draw_legend(const PageInput& input, const PageLayout& layout, const scene::Scene& scene,
                   std::vector<Item>& items);

} // namespace print
