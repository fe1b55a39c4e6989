namespace Predictors.Traces.Readers.Binary;

/// <summary>Bounds the buffers of all CPUs together: their number and size come from the file.</summary>
/// <param name="file">The file.</param>
internal sealed class MemoryBudget(FileBytes file)
{
    /// <summary>The most that all buffers take together.</summary>
    public const long MaxBytes = 256 << 20;

    private long _taken;

    /// <summary>Makes a buffer larger, or leaves it where it is large enough.</summary>
    /// <param name="buffer">The buffer; its content is lost.</param>
    /// <param name="size">The size that it must have.</param>
    /// <param name="at">Where the file asks for it.</param>
    /// <exception cref="TraceFormatException">All buffers together would be too large.</exception>
    public void Grow(ref byte[] buffer, uint size, long at)
    {
        if (size <= buffer.Length)
        {
            return;
        }

        if (_taken + size - buffer.Length > MaxBytes)
        {
            throw file.Damaged(at, $"The buffers of its CPUs would take more than {MaxBytes >> 20} MiB together: the file is damaged, or has too many CPUs.");
        }

        _taken += size - buffer.Length;
        buffer = new byte[size];
    }
}
