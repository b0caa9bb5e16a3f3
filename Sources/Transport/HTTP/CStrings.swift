#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Strings as C takes a list of them.
///
/// SAFETY: the memory is written once, in `init`, and given back with the last reference.
@safe final class CStrings: @unchecked Sendable {
    let pointer: UnsafePointer<UnsafePointer<CChar>?>
    let count: Int

    init(_ strings: [String]) {
        count = strings.count
        let list = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: max(count, 1))
        for (index, string) in strings.enumerated() { unsafe list[index] = unsafe UnsafePointer(strdup(string)) }
        unsafe pointer = unsafe UnsafePointer(list)
    }

    deinit {
        for index in 0..<count { unsafe free(UnsafeMutablePointer(mutating: pointer[index])) }
        unsafe pointer.deallocate()
    }
}
