using AngleSharp.Dom;

namespace SocialPolicy.Documents.Html;

/// <summary>Goes through a tree in document order without recursion: depth costs no stack.</summary>
internal static class NodeWalk
{
    /// <summary>Calls <paramref name="enter"/> before a node's children, which are left out when it says no, and <paramref name="leave"/> after them.</summary>
    public static void Through(IElement root, Func<INode, bool> enter, Action<INode> leave)
    {
        var open = new Stack<(INode Node, int Next)>();
        if (enter(root))
            open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                leave(at.Node);
                continue;
            }

            open.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            if (enter(child))
                open.Push((child, 0));
        }
    }
}
