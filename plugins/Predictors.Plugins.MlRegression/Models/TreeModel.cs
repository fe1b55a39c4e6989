using System.Text.Json.Serialization;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>
/// A sum of regression trees. All trees stand one after the other in the same arrays; a child is the index of a node,
/// or <c>~index</c> of a leaf.
/// </summary>
internal sealed class TreeModel : IdleLengthModel
{
    /// <summary>Per tree: the child that stands for the whole tree.</summary>
    public required int[] Roots { get; init; }

    /// <summary>Per node: the feature that it looks at.</summary>
    public required int[] Features { get; init; }

    /// <summary>Per node: up to and including this value it goes left, above it right.</summary>
    public required float[] Thresholds { get; init; }

    /// <summary>Per node: the left child.</summary>
    public required int[] Left { get; init; }

    /// <summary>Per node: the right child.</summary>
    public required int[] Right { get; init; }

    /// <summary>Per leaf: its term of the sum, the tree's weight included.</summary>
    public required double[] Leaves { get; init; }

    /// <summary>The sum's constant term.</summary>
    public required double Bias { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override long DecisionCostNs => 16 + (3L * Roots.Length);

    /// <inheritdoc/>
    public override float Score(ReadOnlySpan<float> features)
    {
        // Summed as double in the order of the trees, as Microsoft.ML does, so that no bit differs from its score.
        int[] index = Features;
        float[] thresholds = Thresholds;
        int[] left = Left;
        int[] right = Right;
        double[] leaves = Leaves;
        double sum = 0;
        foreach (int root in Roots)
        {
            int child = root;
            while (child >= 0)
            {
                child = features[index[child]] <= thresholds[child] ? left[child] : right[child];
            }

            sum += leaves[~child];
        }

        return (float)(sum + Bias);
    }

    /// <inheritdoc/>
    public override void Validate()
    {
        int nodes = Features.Length;
        if (Thresholds.Length != nodes || Left.Length != nodes || Right.Length != nodes)
        {
            throw new InvalidDataException(
                $"its trees have {nodes} features, {Thresholds.Length} thresholds, {Left.Length} left and {Right.Length} right children; they must be as many");
        }

        for (int tree = 0; tree < Roots.Length; tree++)
        {
            RequireChild(Roots[tree], -1, $"the root of tree {tree}");
        }

        for (int node = 0; node < nodes; node++)
        {
            if ((uint)Features[node] >= FeatureVector.Count || !float.IsFinite(Thresholds[node]))
            {
                throw new InvalidDataException($"node {node} compares feature {Features[node]} with {Thresholds[node]}; there are {FeatureVector.Count} features");
            }

            RequireChild(Left[node], node, $"the left child of node {node}");
            RequireChild(Right[node], node, $"the right child of node {node}");
        }

        if (!IsSane(Bias) || !Array.TrueForAll(Leaves, leaf => IsSane(leaf)))
        {
            throw new InvalidDataException($"a leaf or the bias is larger than {LargestTerm:R}");
        }
    }

    // A child comes after its parent, so that every walk ends.
    private void RequireChild(int child, int parent, string what)
    {
        bool sound = child >= 0 ? child > parent && child < Features.Length : ~child < Leaves.Length;
        if (!sound)
        {
            throw new InvalidDataException($"{what} is {child}, which is no later node and no leaf");
        }
    }
}
