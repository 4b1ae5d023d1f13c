import CBundledLaw

/// The law that is compiled into this binary: every YAML file of `Rules/` and `Jurisdictions/`, byte for byte.
///
/// Nothing is copied or parsed here, and nothing is read from disk.
public enum BundledLaw {
    /// The files' paths from the top of the project, for example `Jurisdictions/DE/offences.yaml`, in ascending order
    /// of bytes. Made once, at first use; O(files).
    public static let paths: [String] = (0..<dualcrim_law_count()).compactMap { index in
        dualcrim_law_path(index).map { String(cString: $0) }
    }

    /// The bytes of one bundled file, or nil when there is no such file.
    ///
    /// The buffer points into the program itself: it is valid as long as the program runs, is not to be freed, and is
    /// empty (not nil) for an empty file.
    /// - Parameter path: as in ``paths``; compared byte by byte.
    /// - Complexity: O(log files) comparisons of paths.
    public static func bytes(_ path: String) -> UnsafeRawBufferPointer? {
        guard let index = index(of: path) else { return nil }
        var size = 0
        guard let start = dualcrim_law_bytes(index, &size) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: size)
    }

    private static func index(of path: String) -> Int? {
        var low = 0
        var high = dualcrim_law_count()
        while low < high {
            let middle = low + (high - low) / 2
            guard let candidate = dualcrim_law_path(middle) else { return nil }
            switch order(candidate, path) {
            case 0: return middle
            case ..<0: low = middle + 1
            default: high = middle
            }
        }
        return nil
    }

    /// Negative, zero or positive as the C string comes before, equals or comes after `path`, byte by byte.
    private static func order(_ candidate: UnsafePointer<CChar>, _ path: String) -> Int {
        var position = 0
        for byte in path.utf8 {
            let other = UInt8(bitPattern: candidate[position])
            // The candidate's closing NUL sorts before every byte, so a shorter candidate ends the loop here too; a NUL
            // inside `path` must not run past it.
            if other == 0 { return -1 }
            if other != byte { return Int(other) - Int(byte) }
            position += 1
        }
        return candidate[position] == 0 ? 0 : 1
    }
}
