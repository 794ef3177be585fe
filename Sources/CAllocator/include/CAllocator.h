#pragma once
// Nothing is called: linking this target exchanges the allocator of a program.
