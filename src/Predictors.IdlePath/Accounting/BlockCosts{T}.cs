namespace Predictors.IdlePath;

/// <summary>
/// The costs of consecutive idle periods of one vCPU, in at most <see cref="BlockCosts.MaxBlocks"/> blocks: when they are full, neighbours are
/// merged and the blocks are twice as long from then on. Which periods share a block depends on their number alone.
/// </summary>
/// <typeparam name="T">What a block holds.</typeparam>
/// <param name="add">Adds two blocks.</param>
public sealed class BlockCosts<T>(Func<T, T, T> add)
    where T : struct
{
    private readonly List<T> _blocks = [];
    private T _open;
    private int _slicesInOpen;
    private int _slicesPerBlock = 1;

    /// <summary>Adds the cost of one slice: <see cref="BlockCosts.MinLength"/> idle periods, or less at the end of the trace.</summary>
    /// <param name="cost">The slice's cost.</param>
    public void Add(T cost)
    {
        _open = _slicesInOpen == 0 ? cost : add(_open, cost);
        if (++_slicesInOpen < _slicesPerBlock)
        {
            return;
        }

        _slicesInOpen = 0;
        _blocks.Add(_open);
        if (_blocks.Count == BlockCosts.MaxBlocks)
        {
            for (int i = 0; i < BlockCosts.MaxBlocks / 2; i++)
            {
                _blocks[i] = add(_blocks[2 * i], _blocks[(2 * i) + 1]);
            }

            _blocks.RemoveRange(BlockCosts.MaxBlocks / 2, BlockCosts.MaxBlocks / 2);
            _slicesPerBlock *= 2;
        }
    }

    /// <summary>The blocks so far, the unfinished one included.</summary>
    /// <returns>The blocks in time order.</returns>
    public IEnumerable<T> ToBlocks() => _slicesInOpen == 0 ? _blocks : _blocks.Append(_open);
}
