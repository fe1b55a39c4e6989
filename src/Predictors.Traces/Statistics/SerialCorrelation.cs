namespace Predictors.Traces;

/// <summary>
/// How far one value of a series tells of the next: Pearson's correlation of neighbours, gathered in one pass (Welford's
/// update, which does not lose digits where the values are large).
/// </summary>
internal sealed class SerialCorrelation
{
    private long _pairs;
    private double _previous;
    private bool _hasPrevious;
    private double _firstMean;
    private double _secondMean;
    private double _firstSquares;
    private double _secondSquares;
    private double _products;

    /// <summary>How many pairs of neighbours were seen.</summary>
    public long Pairs => _pairs;

    /// <summary>The correlation, from -1 to 1; NaN where it is not defined: fewer than two pairs, or values that never differ.</summary>
    public double Value => _firstSquares > 0 && _secondSquares > 0 ? _products / Math.Sqrt(_firstSquares * _secondSquares) : double.NaN;

    /// <summary>Adds the next value.</summary>
    public void Add(double value)
    {
        if (_hasPrevious)
        {
            _pairs++;
            double first = _previous - _firstMean;
            double second = value - _secondMean;
            _firstMean += first / _pairs;
            _secondMean += second / _pairs;
            _firstSquares += first * (_previous - _firstMean);
            _secondSquares += second * (value - _secondMean);
            _products += first * (value - _secondMean);
        }

        _previous = value;
        _hasPrevious = true;
    }

    /// <summary>The next value does not follow the one before.</summary>
    public void Break() => _hasPrevious = false;
}
