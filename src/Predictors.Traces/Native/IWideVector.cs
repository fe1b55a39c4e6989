using System.Numerics;

namespace Predictors.Traces.Native;

/// <summary>Writes a vector of 16 bits wider.</summary>
/// <typeparam name="T">The wide number.</typeparam>
internal interface IWideVector<T>
    where T : unmanaged
{
    /// <summary>Widens the numbers, adds one to each, and writes them.</summary>
    static abstract void Add(Vector<ushort> narrow, T low, Span<T> values);
}
