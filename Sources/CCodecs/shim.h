// What Swift sees of zlib, libdeflate, brotli and zstd.
#pragma once
#include <zlib.h>
#include <libdeflate.h>
#include <brotli/decode.h>
#include <zstd.h>
